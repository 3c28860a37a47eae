"""Exports an encoder-decoder of the transformers library as three ONNX files with the names of files, inputs
and outputs that optimum gives them: encoder_model.onnx, decoder_model.onnx (the first step, which makes the
key-value cache) and decoder_with_past_model.onnx (every later step).

    python3 onnx_export.py MODEL OUT

for a MarianMTModel, or a VisionEncoderDecoderModel with a GPT-2 decoder, in a folder MODEL.
"""

import shutil
import sys

import torch
from transformers import AutoConfig, MarianMTModel, VisionEncoderDecoderModel
from transformers.cache_utils import DynamicCache, EncoderDecoderCache


class Encoder(torch.nn.Module):
    def __init__(self, encoder, pictures):
        super().__init__()
        self.encoder, self.pictures = encoder, pictures

    def forward(self, first, mask=None):
        if self.pictures:
            return self.encoder(pixel_values=first).last_hidden_state
        return self.encoder(input_ids=first, attention_mask=mask).last_hidden_state


class Decoder(torch.nn.Module):
    """One step. `cross` says whether the keys and values of the encoder's states are cached too."""

    def __init__(self, model, layers, cross, past):
        super().__init__()
        self.model, self.layers, self.cross, self.past = model, layers, cross, past

    def forward(self, input_ids, states, mask, *past):
        cache = EncoderDecoderCache(DynamicCache(), DynamicCache())  # each keeps (batch, heads, length, width)
        if self.past:
            each = 4 if self.cross else 2
            for layer in range(self.layers):
                own = past[layer * each : layer * each + each]
                cache.self_attention_cache.update(own[0], own[1], layer)
                if self.cross:
                    cache.cross_attention_cache.update(own[2], own[3], layer)
                    cache.is_updated[layer] = True
        if states is None:  # only the batch size and the cached keys count then
            states = torch.zeros(input_ids.shape[0], 1, 1)
        out = self.model(
            encoder_outputs=(states,),
            attention_mask=mask,
            decoder_input_ids=input_ids,
            past_key_values=cache,
            use_cache=True,
        )
        values = [out.logits]
        made = out.past_key_values
        for layer in range(self.layers):
            own = made.self_attention_cache.layers[layer]
            values += [own.keys, own.values]
            if self.cross and not self.past:
                other = made.cross_attention_cache.layers[layer]
                values += [other.keys, other.values]
        return tuple(values)


def names(prefix, layers, kinds):
    return [f"{prefix}.{layer}{kind}.{what}" for layer in range(layers) for kind in kinds for what in ("key", "value")]


def save(module, args, path, inputs, outputs, axes):
    torch.onnx.export(
        module,
        args,
        path,
        input_names=inputs,
        output_names=outputs,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
        do_constant_folding=True,
    )


def export(model, folder, layers, pictures, cross):
    """`layers` of the decoder; `pictures`: the encoder sees pixels; `cross`: its keys are cached (Marian)."""
    model.eval()
    batch, source, target = 2, 5, 3
    hidden = model.config.encoder.hidden_size if pictures else model.config.d_model
    if pictures:
        side = model.config.encoder.image_size
        first = torch.randn(batch, 3, side, side)
        inputs, args, mask = ["pixel_values"], (first,), None
        axes = {"pixel_values": {0: "batch"}, "last_hidden_state": {0: "batch"}}
    else:
        first = torch.randint(1, model.config.vocab_size - 1, (batch, source))
        mask = torch.ones(batch, source, dtype=torch.long)
        mask[1, -1] = 0
        inputs, args = ["input_ids", "attention_mask"], (first, mask)
        axes = {n: {0: "batch", 1: "encoder_length"} for n in [*inputs, "last_hidden_state"]}
    encoder = Encoder(model.get_encoder(), pictures)
    with torch.no_grad():
        save(encoder, args, f"{folder}/encoder_model.onnx", inputs, ["last_hidden_state"], axes)
        states = encoder(*args)
        ids = torch.randint(1, 9, (batch, target))
        kinds = [".decoder", ".encoder"] if cross else [""]
        step = Decoder(model, layers, cross, False)
        head = ([] if pictures else ["encoder_attention_mask"]) + ["input_ids"]
        present = names("present", layers, kinds)
        axes = {
            "encoder_attention_mask": {0: "batch", 1: "encoder_length"},
            "input_ids": {0: "batch", 1: "length"},
            "encoder_hidden_states": {0: "batch", 1: "encoder_length"},
            "logits": {0: "batch", 1: "length"},
        }
        for name in present:
            axes[name] = {0: "batch", 2: "encoder_length" if ".encoder." in name else "length"}
        first_step = Bound(step, pictures, True)
        args = (ids, states) if pictures else (mask, ids, states)
        known = head + ["encoder_hidden_states"]
        used = {n: a for n, a in axes.items() if n in known or n == "logits" or n in present}
        save(first_step, args, f"{folder}/decoder_model.onnx", known, ["logits", *present], used)
        made = first_step(*args)[1:]
        later = Bound(Decoder(model, layers, cross, True), pictures, not cross)
        past = names("past_key_values", layers, kinds)
        grown = names("present", layers, [".decoder"] if cross else [""])
        own = head + (["encoder_hidden_states"] if not cross else []) + past
        used = {n: a for n, a in axes.items() if n in own or n in grown or n == "logits"}
        for name in past:
            used[name] = {0: "batch", 2: "encoder_length" if ".encoder." in name else "past_length"}
        ids = ids[:, :1]
        front = ((ids,) if pictures else (mask, ids)) + (() if cross else (states,))
        save(later, (*front, *made), f"{folder}/decoder_with_past_model.onnx", own, ["logits", *grown], used)


class Bound(torch.nn.Module):
    """Puts the arguments into the order of the ONNX inputs."""

    def __init__(self, step, pictures, states):
        super().__init__()
        self.step, self.pictures, self.states = step, pictures, states

    def forward(self, *args):
        rest = list(args)
        mask = None if self.pictures else rest.pop(0)
        ids = rest.pop(0)
        states = rest.pop(0) if self.states else None
        return self.step(ids, states, mask, *rest)


def main(folder, out):
    config = AutoConfig.from_pretrained(folder)
    pictures = config.model_type == "vision-encoder-decoder"
    kind = VisionEncoderDecoderModel if pictures else MarianMTModel
    model = kind.from_pretrained(folder, attn_implementation="eager")
    shutil.copytree(folder, out, dirs_exist_ok=True)
    layers = config.decoder.n_layer if pictures else config.decoder_layers
    export(model, out, layers, pictures, cross=not pictures)


if __name__ == "__main__":
    main(*sys.argv[1:])
