#!/usr/bin/env bash
# Makes what a release consists of, in a folder that is empty or does not exist: the wheel, the sources, the
# list of all that is installed with them (an SBOM, CycloneDX), and a digest of each. They are built
# twice, here and from the files of the commit alone, and have to be the same bytes (docs/releasing.md).
set -euo pipefail
[[ $# -eq 1 ]] || { echo "usage: $0 FOLDER" >&2; exit 2; }
mkdir -p "$1"
out=$(cd "$1" && pwd)
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Every file has the date of the commit, so that the same commit makes the same bytes on any day.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

install() { # into the environment $1: what has the digests in the lock $2
  "$work/tools/bin/python" -m pip --python "$1/bin/python" install --quiet --no-input \
    --disable-pip-version-check --require-hashes --only-binary=:all: -r "$2"
}
"${PYTHON:-python3}" -m venv "$work/tools"
install "$work/tools" requirements-release.txt

mkdir "$work/commit"
git archive HEAD | tar -x -C "$work/commit"
"$work/tools/bin/hatchling" build -d "$work/here"
(cd "$work/commit" && "$work/tools/bin/hatchling" build -d "$work/again")
diff -r "$work/here" "$work/again"
cp "$work/here"/* "$out"

# What is installed with it, as locked.
"${PYTHON:-python3}" -m venv --without-pip "$work/installed"
install "$work/installed" requirements.txt
"$work/tools/bin/python" -m pip --python "$work/installed/bin/python" install --quiet --no-input \
  --disable-pip-version-check --no-deps --no-index "$out"/*.whl
"$work/tools/bin/cyclonedx-py" environment --output-reproducible --of JSON -o "$out/sbom.cdx.json" \
  "$work/installed/bin/python"
(cd "$out" && sha256sum -- *.whl *.tar.gz sbom.cdx.json >SHA256SUMS && cat SHA256SUMS)
