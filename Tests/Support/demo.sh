#!/bin/sh
# The main job on a generated organization: demo.sh PERMREG EXPORT
set -eu
permreg=$1
export_folder=$2

run() {
  echo "\$ permreg $*"
  "$permreg" "$@" || [ $? -eq 4 ] || [ $? -eq 2 ]
  echo
}

run init
run import "$export_folder"
run status
function=$("$permreg" list function --format csv | sed -n 2p | cut -d, -f1)
run who-can invoke "$function"
