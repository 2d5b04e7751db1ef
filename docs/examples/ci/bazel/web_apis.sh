#!/bin/sh
# One shard; Bazel says which in the environment, and winterproof reads it.
#
#   web_apis.sh WINTERPROOF NODE
set -u
out="$TEST_UNDECLARED_OUTPUTS_DIR"
# There is no home folder in the sandbox to keep things in.
export XDG_CACHE_HOME="$TEST_TMPDIR"
"$1" run -r "node=$2" --retries 1 --format junit --out "$out"
code=$?
# Bazel's own report then has every test by its name.
if [ -n "${XML_OUTPUT_FILE:-}" ] && [ -f "$out/junit.xml" ]; then
  cp "$out/junit.xml" "$XML_OUTPUT_FILE"
fi
exit "$code"
