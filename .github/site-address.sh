#!/usr/bin/env bash
# Where GitHub Pages serves a repository: site-address.sh OWNER/NAME CONTENT
#
# Prints nothing where CONTENT/site.yaml has an address of its own, such as a custom domain.
set -euo pipefail

owner=${1%%/*}
name=${1#*/}

lower() { tr '[:upper:]' '[:lower:]' <<<"$1"; }

if grep -Eqs "^[\"']?address[\"']?[[:space:]]*:" "$2/site.yaml"; then
  exit
fi

# The host is in lower case; the path has the name as it is written, and Pages tells cases apart.
host=$(lower "$owner").github.io
if [[ $(lower "$name") == "$host" ]]; then
  echo "https://$host/"
else
  echo "https://$host/$name/"
fi
