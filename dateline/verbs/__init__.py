"""What each verb of the command takes, and what it does. Nothing heavy is imported before it runs."""
