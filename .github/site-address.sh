#!/usr/bin/env bash
# Where GitHub Pages serves a repository: site-address.sh OWNER/NAME CONTENT
#
# Prints nothing if CONTENT/site.yaml has an address, such as a custom domain. Ends with 3 where nobody can
# know: Pages of another host than github.com (GITHUB_SERVER_URL) are where its owner put them.
set -euo pipefail

owner=${1%%/*}
name=${1#*/}
server=${GITHUB_SERVER_URL:-https://github.com}

lower() { tr '[:upper:]' '[:lower:]' <<<"$1"; }

if grep -Eqs "^[\"']?address[\"']?[[:space:]]*:" "$2/site.yaml"; then
  exit
fi

if [[ $server != https://github.com ]]; then
  echo "::notice::Where $server publishes this site is not known, so it is built without feeds and not" \
    "compared with the one that is live: write \`address:\` in $2/site.yaml." >&2
  exit 3
fi

# The host is in lower case. The path keeps the case of the name, because Pages distinguishes it.
host=$(lower "$owner").github.io
if [[ $(lower "$name") == "$host" ]]; then
  echo "https://$host/"
else
  echo "https://$host/$name/"
fi
