#!/usr/bin/env bash
# Publishes an edition and sends it to the remote: what the pipelines of GitHub and GitLab run.
# VERSION is its number; MEND=1 mends one. The settings are those of `make publish` (README.md).
set -euo pipefail
cd "$(dirname "$0")/.."
: "${VERSION:?is not set – give the number of the edition, for example VERSION=1.0}"
make publish VERSION="$VERSION" MEND="${MEND:-}"
git push --atomic origin gh-pages "refs/tags/edition-$VERSION*:refs/tags/edition-$VERSION*"
