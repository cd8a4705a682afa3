"""Trains CrackScope's networks in PyTorch: the peer of the benchmarks.

Started by io.crackscope.bench.TorchPeer with Debian's python3 (package python3-torch). One JSON command a line on
standard input, one JSON answer a line on standard output; so start-up is never timed and only one side computes at a
time. The network is built from the JSON of a CrackScope model file, so it is the same one, layer by layer.
"""

import json
import os
import sys
import time
import traceback
import zipfile

import numpy
import torch
import torch.nn.functional as F
from torch import nn

# What is written by libraries must not get into the answers.
ANSWERS = os.fdopen(os.dup(1), "w", buffering=1)
os.dup2(2, 1)


def same_padding(side, kernel, stride):
    """Padding before and after, the odd pixel after, so that the output is the input divided by the stride, rounded up."""
    total = max((-(-side // stride) - 1) * stride + kernel - side, 0)
    return total // 2, total - total // 2


class Layer(nn.Module):
    """A layer of the blueprint: `inputs` names what it reads, `channels`/`side` what it gives (side 0: a vector)."""

    def __init__(self, entry, inputs):
        super().__init__()
        self.inputs = inputs

    def load(self, weights):
        """Takes its arrays from the iterator `weights(shape)` in the order of NetworkBlueprint.weights()."""


class Convolution(Layer):
    def __init__(self, entry, sizes):
        super().__init__(entry, [entry["input"]])
        channels, side = sizes[entry["input"]]
        kernel, stride = entry["kernel"], entry["stride"]
        before, after = same_padding(side, kernel, stride) if entry["same"] else (0, 0)
        self.uneven = (before, after, before, after) if before != after else None
        self.conv = nn.Conv2d(
            channels,
            entry["channels"],
            kernel,
            stride,
            padding=0 if self.uneven else before,
            bias=entry["bias"],
        )
        self.relu = entry["relu"]
        self.size = (entry["channels"], (side + before + after - kernel) // stride + 1)

    def load(self, weights):
        weights(self.conv.weight)
        if self.conv.bias is not None:
            weights(self.conv.bias)

    def forward(self, x):
        y = self.conv(F.pad(x, self.uneven) if self.uneven else x)
        return F.relu(y, inplace=True) if self.relu else y


class BatchNormalisation(Layer):
    def __init__(self, entry, sizes):
        super().__init__(entry, [entry["input"]])
        self.size = sizes[entry["input"]]
        # DL4J keeps 0.9 of the running statistics
        self.norm = nn.BatchNorm2d(self.size[0], eps=1e-5, momentum=0.1)
        self.relu = entry["relu"]

    def load(self, weights):
        for target in (self.norm.weight, self.norm.bias, self.norm.running_mean, self.norm.running_var):
            weights(target)

    def forward(self, x):
        y = self.norm(x)
        return F.relu(y, inplace=True) if self.relu else y


class MaxPooling(Layer):
    def __init__(self, entry, sizes):
        super().__init__(entry, [entry["input"]])
        channels, side = sizes[entry["input"]]
        self.pool = (entry["size"], entry["stride"])
        self.size = (channels, (side - entry["size"]) // entry["stride"] + 1)

    def forward(self, x):
        return F.max_pool2d(x, *self.pool)


class Addition(Layer):
    def __init__(self, entry, sizes):
        super().__init__(entry, [entry["first"], entry["second"]])
        self.size = sizes[entry["first"]]

    def forward(self, a, b):
        return F.relu(a + b, inplace=True)


class GlobalPooling(Layer):
    def __init__(self, entry, sizes):
        super().__init__(entry, [entry["input"]])
        self.max = entry["max"]
        self.size = (sizes[entry["input"]][0], 0)

    def forward(self, x):
        return x.amax((2, 3)) if self.max else x.mean((2, 3))


class Concatenation(Layer):
    def __init__(self, entry, sizes):
        super().__init__(entry, [entry["first"], entry["second"]])
        self.size = (sizes[entry["first"]][0] + sizes[entry["second"]][0], 0)

    def forward(self, a, b):
        return torch.cat((a, b), 1)


class Flattening(Layer):
    def __init__(self, entry, sizes):
        super().__init__(entry, [entry["input"]])
        channels, side = sizes[entry["input"]]
        self.size = (channels * side * side, 0)

    def forward(self, x):
        return x.flatten(1)


class Dropout(Layer):
    def __init__(self, entry, sizes):
        super().__init__(entry, [entry["input"]])
        self.size = sizes[entry["input"]]
        self.rate = entry["rate"]

    def forward(self, x):
        return F.dropout(x, self.rate, self.training)


class Dense(Layer):
    def __init__(self, entry, sizes):
        super().__init__(entry, [entry["input"]])
        self.linear = nn.Linear(sizes[entry["input"]][0], entry["units"])
        self.relu = entry["relu"]
        self.size = (entry["units"], 0)

    def load(self, weights):
        # stored as [inputs, units]
        turned = torch.empty(self.linear.in_features, self.linear.out_features)
        weights(turned)
        with torch.no_grad():
            self.linear.weight.copy_(turned.T)
        weights(self.linear.bias)

    def forward(self, x):
        y = self.linear(x)
        return F.relu(y, inplace=True) if self.relu else y


# The names of ModelFile.NamedLayers. A new layer type is a class above and a line here.
LAYERS = {
    "convolution": Convolution,
    "batch-normalisation": BatchNormalisation,
    "max-pooling": MaxPooling,
    "addition": Addition,
    "global-pooling": GlobalPooling,
    "concatenation": Concatenation,
    "flattening": Flattening,
    "dropout": Dropout,
    "dense": Dense,
}


class Network(nn.Module):
    """The network of a model file, with its weights."""

    def __init__(self, file):
        super().__init__()
        with zipfile.ZipFile(file) as model:
            self.blueprint = json.loads(model.read("model.json"))["network"]
            self.stored = numpy.frombuffer(model.read("weights.f32"), "<f4")
        sizes = {"input": (3, self.blueprint["inputSize"])}
        self.layers = nn.ModuleDict()
        self.names = []
        for entry in self.blueprint["layers"]:
            if entry["type"] not in LAYERS:
                raise ValueError(
                    f"layer {entry['name']} is of type {entry['type']}, which peer.py does not know;"
                    f" it knows {', '.join(LAYERS)}. Add a class and a line to LAYERS in src/jmh/python/peer.py"
                )
            layer = LAYERS[entry["type"]](entry, sizes)
            sizes[entry["name"]] = layer.size
            self.names.append(entry["name"])
            self.layers[entry["name"].replace(".", "_")] = layer
        self.reset()

    def reset(self):
        """Back to the weights of the file."""
        at = 0

        def take(target):
            nonlocal at
            values = self.stored[at : at + target.numel()].reshape(tuple(target.shape))
            with torch.no_grad():
                target.copy_(torch.from_numpy(values.copy()))
            at += target.numel()

        for layer in self.layers.values():
            layer.load(take)
        if at != len(self.stored):
            raise ValueError(f"the blueprint takes {at} weights, the file holds {len(self.stored)}")

    def forward(self, x):
        values = {"input": x}
        for name, layer in zip(self.names, self.layers.values()):
            values[name] = layer(*[values[i] for i in layer.inputs])
        return values[self.names[-1]]

    def logits(self, x):
        """Log-odds of a crack: one unit as it is, two as their difference."""
        y = self(x)
        return y[:, 0] if y.shape[1] == 1 else y[:, 1] - y[:, 0]


class Run:
    """A network in training on tensors that stay in memory."""

    def __init__(self, command):
        self.network = Network(command["model"])
        side = self.network.blueprint["inputSize"]
        batch = command["batch"]
        tiles = torch.from_numpy(numpy.fromfile(command["tiles"], "<f4")).view(-1, batch, 3, side, side)
        layout = torch.channels_last if command["channelsLast"] else torch.contiguous_format
        self.network.to(memory_format=layout)
        self.tiles = [t.clone(memory_format=layout) for t in tiles]
        self.targets = list(torch.from_numpy(numpy.fromfile(command["targets"], "<f4")).view(-1, batch))
        self.rate = command["rate"]
        self.start()

    def start(self):
        self.network.reset()
        self.network.train()
        self.adam = torch.optim.Adam(self.network.parameters(), lr=self.rate)
        self.step = 0

    def steps(self, count):
        """Makes `count` steps; the loss of each before its update."""
        losses = []
        for _ in range(count):
            at = self.step % len(self.tiles)
            self.adam.zero_grad(set_to_none=True)
            loss = F.binary_cross_entropy_with_logits(self.network.logits(self.tiles[at]), self.targets[at])
            loss.backward()
            self.adam.step()
            self.step += 1
            losses.append(loss.item())
        return losses


def fit(command):
    """The notebook's recipe: Adam, early stopping on the validation loss, the best weights restored."""
    network = Network(command["model"])
    side, batch = network.blueprint["inputSize"], command["batch"]
    scale, offset = network.blueprint["scale"], network.blueprint["offset"]

    def read(tiles, labels):
        pixels = torch.from_numpy(numpy.fromfile(tiles, numpy.uint8)).view(-1, side, side, 3)
        return pixels.permute(0, 3, 1, 2).contiguous(), torch.from_numpy(numpy.fromfile(labels, numpy.uint8)).float()

    def values(tiles):
        return tiles.float().mul_(scale / 255).add_(offset)

    tiles, labels = read(command["tiles"], command["labels"])
    held_tiles, held_labels = read(command["validationTiles"], command["validationLabels"])
    adam = torch.optim.Adam(network.parameters(), lr=command["rate"])
    shuffle = torch.Generator().manual_seed(1)
    epochs, best, waited, training, validating = [], None, 0, 0.0, 0.0
    for _ in range(command["epochs"]):
        start = time.perf_counter()
        network.train()
        order = torch.randperm(len(tiles), generator=shuffle)
        for chosen in order.split(batch):
            adam.zero_grad(set_to_none=True)
            logits = network.logits(values(tiles[chosen]))
            F.binary_cross_entropy_with_logits(logits, labels[chosen]).backward()
            adam.step()
        training += time.perf_counter() - start
        start = time.perf_counter()
        network.eval()
        with torch.inference_mode():
            logits = torch.cat([network.logits(values(part)) for part in held_tiles.split(128)])
        loss = F.binary_cross_entropy_with_logits(logits, held_labels).item()
        accuracy = ((logits > 0) == (held_labels > 0.5)).float().mean().item()
        validating += time.perf_counter() - start
        epochs.append(
            {"training": training, "withValidation": training + validating, "loss": loss, "accuracy": accuracy}
        )
        print(f"peer epoch {len(epochs)}: {epochs[-1]}", file=sys.stderr, flush=True)
        if best is None or loss < best:
            best, waited = loss, 0
            kept = {name: value.clone() for name, value in network.state_dict().items()}
        else:
            waited += 1
            if waited == command["patience"]:
                break
    network.load_state_dict(kept)
    return {"epochs": epochs}


class Peer:
    """Each method is a command; a run is loaded under a name."""

    def __init__(self):
        self.runs = {}

    def load(self, command):
        self.runs[command["run"]] = Run(command)
        return {}

    def clear(self, command):
        self.runs.clear()
        return {}

    def fit(self, command):
        return fit(command)

    def train(self, command):
        start = time.perf_counter()
        losses = self.runs[command["run"]].steps(command["steps"])
        return {"seconds": time.perf_counter() - start, "losses": losses}


def main():
    threads = int(sys.argv[1])
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    peer = Peer()
    print(json.dumps({"torch": torch.__version__, "threads": torch.get_num_threads()}), file=ANSWERS, flush=True)
    for line in sys.stdin:
        try:
            command = json.loads(line)
            answer = getattr(peer, command["do"])(command)
        except Exception as failure:  # told to the other side, which decides
            traceback.print_exc()
            answer = {"error": f"{type(failure).__name__}: {failure}"}
        print(json.dumps(answer), file=ANSWERS, flush=True)


main()
