#!/usr/bin/env bash
# Trains the shipped model again: bash models/retrain.sh DATA OUT, where DATA holds metu and sdnet2018 (README names their
# sources) and OUT is a new folder. Needs the built program and, on two idle cores, about three hours; a run that was
# stopped goes on when the script is started again. photos/ beside metu, if there, fixes the thresholds for whole photos.
set -euo pipefail
data=$(realpath "$1")
mkdir -p "$2"
out=$(realpath "$2")
cd "$(dirname "$0")/.."
program=target/crackscope/bin/crackscope

common=(
    --data "$data/metu" --data "$data/sdnet2018" --split grouped --seed 1 --label-smoothing 0.03
    --name "CrackNet $(date +%F)"
    --attribution "CC BY 4.0: Ozgenel 2019, doi 10.17632/5y9wdsg2zt.2"
    --attribution "CC BY 4.0: Maguire, Dorafshan, Thomas 2018, doi 10.15142/T3TD19"
    --hold-out sdnet2018/Decks/7002 --hold-out sdnet2018/Decks/7021 --hold-out sdnet2018/Decks/7032
    --hold-out sdnet2018/Walls/7079 --hold-out sdnet2018/Walls/7086 --hold-out sdnet2018/Walls/7134
    --hold-out sdnet2018/Pavements/015 --hold-out sdnet2018/Pavements/029 --hold-out sdnet2018/Pavements/059
)

# Trains unless it is done; goes on where a checkpoint lies.
train() {
    local model=$1
    shift
    if [[ -e $model.checkpoint ]]; then
        "$program" train "${common[@]}" --out "$model" --resume "$@"
    elif [[ ! -e $model ]]; then
        "$program" train "${common[@]}" --out "$model" "$@"
    fi
}

[[ -d $out/tiles ]] || "$program" samples "$out/tiles" --tiles 256 --count 2400 --seed 11
train "$out/first.crackscope" --epochs 30 --patience 30
more=(
    --train-only "$out/tiles" --source "The drawn tiles: crackscope samples tiles --tiles 256 --count 2400 --seed 11"
    --learning-rate 0.0015
)
train "$out/second.crackscope" --from "$out/first.crackscope" "${more[@]}" --epochs 24 --patience 24
train "$out/cracknet.crackscope" --from "$out/second.crackscope" "${more[@]}" --epochs 28 --patience 28 \
    --split-out "$out/split.json"
if [[ -d $data/photos ]]; then
    mvn -q test-compile exec:exec@photo-thresholds -Dphotos="$data/photos" -Dtiles="$data/sdnet2018" \
        -Dmodel="$out/cracknet.crackscope"
fi
