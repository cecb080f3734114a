#!/bin/sh
# What Comity answers, by its own commands alone. Keeps nothing.
set -eu
comity=${COMITY:-comity}
here=$(dirname "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
db="$folder/demo.db"

# Prints a question and the command that answers it, then the answer. The database is left out of what is printed.
ask() {
    printf '\n\033[1m%s\033[0m\n' "$1"
    shift
    answer "$@"
}

answer() {
    printf '$ comity'
    for word in "$@"; do
        case $word in
            *' '*) printf ' "%s"' "$word" ;;
            *) printf ' %s' "$word" ;;
        esac
    done
    printf '\n'
    case $1 in
        members | invite | slot) "$comity" "$@" --format table ;;
        *) "$comity" "$@" --format table --db "$db" ;;
    esac
}

printf '\033[1mReading the reports of %s\033[0m\n' "$here"
"$comity" read "$here" --db "$db" >"$folder/read.jsonl"
printf '%s reports read\n' "$(wc -l <"$folder/read.jsonl")"

day=2020-11-10
ask "Who belonged to the SCO, the CSTO and the CIS that day?" members SCO --on $day
answer members CSTO --on $day
answer members CIS --on $day
ask "Which states are in all three?" members "SCO & CSTO & CIS" --on $day
ask "Who is invited when all three meet, and in which capacity?" invite "SCO | CSTO | CIS" --on $day
ask "At which hour can all of them meet by video for two hours?" slot "SCO | CSTO | CIS" --on $day --length 2h

enlarged="--org SCO --org CIS --level defence_ministers --status held"
ask "Which enlarged meetings of defence ministers were held?" events $enlarged
printf '\n\033[1mWhich words say so?\033[0m\n'
for id in $("$comity" events $enlarged --format csv --db "$db" | tail -n +2 | cut -d, -f1); do
    answer show "$id"
    printf '\n'
done
ask "Did the enlarged meeting become regular?" series SCO+CSTO+CIS/defence-ministers --as-of 2025-12-31
ask "What was announced, proposed and hoped, and what became of it?" promises --as-of 2025-12-31
