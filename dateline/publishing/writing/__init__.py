"""The site on the disk: what may be written, in which order, and how a broken-off change is finished."""
