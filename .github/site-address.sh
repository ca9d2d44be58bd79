#!/usr/bin/env bash
# Where GitHub Pages serves a repository: site-address.sh OWNER/NAME CONTENT
#
# Prints nothing if CONTENT/site.yaml has an address, such as a custom domain.
set -euo pipefail

owner=${1%%/*}
name=${1#*/}

lower() { tr '[:upper:]' '[:lower:]' <<<"$1"; }

if grep -Eqs "^[\"']?address[\"']?[[:space:]]*:" "$2/site.yaml"; then
  exit
fi

# The host is in lower case. The path keeps the case of the name, because Pages distinguishes it.
host=$(lower "$owner").github.io
if [[ $(lower "$name") == "$host" ]]; then
  echo "https://$host/"
else
  echo "https://$host/$name/"
fi
