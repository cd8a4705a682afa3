#!/usr/bin/env bash
# Trains the shipped model again: bash models/retrain.sh DATA OUT, where DATA holds metu and sdnet2018 (README names their
# sources) and OUT is a new folder. Needs the built program and, on two idle cores, about six hours; a run that was
# stopped goes on when the script is started again. photos/ beside metu, if there, fixes the thresholds for whole photos.
set -euo pipefail
data=$(realpath "$1")
mkdir -p "$2"
out=$(realpath "$2")
cd "$(dirname "$0")/.."
program=target/crackscope/bin/crackscope

common=(
    --data "$data/metu" --data "$data/sdnet2018" --label-smoothing 0.03
    --name "CrackNet $(date +%F)"
    --attribution "CC BY 4.0: Ozgenel 2019, doi 10.17632/5y9wdsg2zt.2"
    --attribution "CC BY 4.0: Maguire, Dorafshan, Thomas 2018, doi 10.15142/T3TD19"
)
held_out=(
    --split grouped
    --hold-out sdnet2018/Decks/7002 --hold-out sdnet2018/Decks/7021 --hold-out sdnet2018/Decks/7032
    --hold-out sdnet2018/Walls/7079 --hold-out sdnet2018/Walls/7086 --hold-out sdnet2018/Walls/7134
    --hold-out sdnet2018/Pavements/015 --hold-out sdnet2018/Pavements/029 --hold-out sdnet2018/Pavements/059
)
drawn=(--source "The drawn tiles: crackscope samples tiles --tiles 256 --count 2400 --seed 11")

# Trains model $1 for $2 epochs unless it is done; goes on where a checkpoint lies.
train() {
    local model=$out/$1.crackscope epochs=$2
    shift 2
    if [[ -e $model.checkpoint ]]; then
        set -- --resume "$@"
    elif [[ -e $model ]]; then
        return
    fi
    "$program" train "${common[@]}" --out "$model" --epochs "$epochs" --patience "$epochs" "$@"
}

# Writes split $1, the same but for what its training tiles aim at.
targets() {
    [[ -e $out/$1.json ]] || mvn -q test-compile exec:exec@training-targets \
        -Dsplit.from="$out/split.json" -Dsplit.to="$out/$1.json" "${@:2}"
}

# by the published labels
[[ -d $out/tiles ]] || "$program" samples "$out/tiles" --tiles 256 --count 2400 --seed 11
train first 30 --seed 1 "${held_out[@]}"
more=(--seed 1 "${held_out[@]}" --train-only "$out/tiles" "${drawn[@]}")
train second 24 --from "$out/first.crackscope" --learning-rate 0.0015 "${more[@]}"
train third 28 --from "$out/second.crackscope" --learning-rate 0.0015 "${more[@]}" --split-out "$out/split.json"
third=(--from "$out/third.crackscope" --learning-rate 0.0015 "${drawn[@]}")
train large 28 --from "$out/third.crackscope" --preset cracknet-large --learning-rate 0.002 "${more[@]}"

# by what was seen on doubtful tiles
targets seen
train seen-a 12 --seed 1 --split "$out/seen.json" "${third[@]}"
train seen-b 8 --seed 1 --split "$out/seen.json" "${third[@]}"

# by what these four say
teachers=()
for teacher in third large seen-a seen-b; do
    teachers+=("$out/$teacher.csv")
    [[ -e $out/$teacher.csv ]] || "$program" evaluate --quiet --model "$out/$teacher.crackscope" \
        --data "$data/sdnet2018" --csv "$out/$teacher.csv"
done
targets taught -Dteachers="${teachers[*]}"
train taught-a 12 --seed 1 --split "$out/taught.json" "${third[@]}"
train taught-b 14 --seed 2 --split "$out/taught.json" --from "$out/taught-a.crackscope" --learning-rate 0.0015 "${drawn[@]}"

mvn -q test-compile exec:exec@mean-weights -Dsplit="$out/split.json" -Dmean="$out/cracknet.crackscope" \
    -Dmodels="$out/third.crackscope $out/seen-a.crackscope $out/taught-a.crackscope $out/taught-b.crackscope"
if [[ -d $data/photos ]]; then
    mvn -q test-compile exec:exec@photo-thresholds -Dphotos="$data/photos" -Dtiles="$data/sdnet2018" \
        -Dmodel="$out/cracknet.crackscope"
fi
