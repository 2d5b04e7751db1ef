#!/bin/sh
# Puts the logs of the shards together after `bazel test --nozip_undeclared_test_outputs`.
#
#   merge.sh WINTERPROOF bazel-testlogs/PACKAGE/web_apis
set -eu
"$1" merge "$2"/shard_*_of_*/test.outputs/logs/node.jsonl -o node.jsonl
"$1" report node.jsonl --format html -o report.html
