"""Public architectures with random weights, tiny or at their published sizes, and their export to ONNX under the
names of inputs and outputs that Optimum and transformers.js give."""

import numpy as np
import torch
from transformers import CLIPConfig, CLIPModel, SiglipConfig, SiglipModel, XLMRobertaConfig, XLMRobertaModel

TINY = dict(hidden_size=24, intermediate_size=48, num_hidden_layers=2, num_attention_heads=4)
BASE = dict(hidden_size=768, intermediate_size=3072, num_hidden_layers=12, num_attention_heads=12)


def seeded(model, seed):
    """Weights under which texts and pictures differ from each other; the libraries' own make all much alike."""
    generator = torch.Generator().manual_seed(seed)
    for name, weights in model.named_parameters():
        if weights.dim() < 2:
            continue
        spread = 0.5 if "embedding" in name or "probe" in name else 1.3 / weights[0].numel() ** 0.5
        weights.data = torch.randn(weights.shape, generator=generator) * spread
    return model.eval()


CLIP = {  # text, vision, dimension
    "tiny": (TINY, TINY | dict(image_size=32, patch_size=8), 24),
    "b-32": (dict(hidden_size=512, intermediate_size=2048, num_hidden_layers=12, num_attention_heads=8),
             BASE | dict(image_size=224, patch_size=32), 512),
    "l-14": (BASE, dict(hidden_size=1024, intermediate_size=4096, num_hidden_layers=24, num_attention_heads=16,
                        image_size=224, patch_size=14), 768),
}


def clip(vocabulary, end, size):
    text, vision, dimension = CLIP[size]
    text = text | dict(vocab_size=vocabulary, max_position_embeddings=77, eos_token_id=end, bos_token_id=end - 1)
    config = CLIPConfig(text_config=text, vision_config=vision, projection_dim=dimension)
    model = CLIPModel(config)
    model.logit_scale.data.fill_(float(np.log(100)))
    return seeded(model, 1)


def siglip(vocabulary, tiny, side, seed):
    size = TINY if tiny else BASE
    text = size | dict(vocab_size=vocabulary, max_position_embeddings=64, projection_size=size["hidden_size"])
    vision = size | dict(image_size=32 if tiny else side, patch_size=8 if tiny else 16)
    model = SiglipModel(SiglipConfig(text_config=text, vision_config=vision))
    model.logit_scale.data.fill_(float(np.log(112)))
    model.logit_bias.data.fill_(-16.5)
    return seeded(model, seed)


class MeanOfXlmRoberta(torch.nn.Module):
    """M-CLIP's text tower: the mean of XLM-R's states over the text, then a linear layer."""

    def __init__(self, vocabulary, tiny, dimension):
        super().__init__()
        size = TINY if tiny else dict(hidden_size=1024, intermediate_size=4096, num_hidden_layers=24,
                                      num_attention_heads=16)
        config = XLMRobertaConfig(vocab_size=vocabulary, max_position_embeddings=80, type_vocab_size=1,
                                  pad_token_id=1, bos_token_id=0, eos_token_id=2, **size)
        self.transformer = XLMRobertaModel(config, add_pooling_layer=False)
        self.LinearTransformation = torch.nn.Linear(size["hidden_size"], dimension)
        torch.nn.init.normal_(self.LinearTransformation.bias, std=0.2)

    def forward(self, input_ids, attention_mask):
        states = self.transformer(input_ids=input_ids, attention_mask=attention_mask)[0]
        mask = attention_mask.unsqueeze(2)
        return self.LinearTransformation((states * mask).sum(1) / attention_mask.sum(1)[:, None])


class Wrapped(torch.nn.Module):
    def __init__(self, call):
        super().__init__()
        self.call = call

    def forward(self, *inputs):
        return self.call(*inputs)


def save(call, owner, inputs, outputs, axes, path):
    module = Wrapped(call)
    module.owner = owner  # so that its weights are the module's
    axes = {name: axes[name] for name in [*inputs, *outputs] if name in axes}
    with torch.no_grad():
        torch.onnx.export(module.eval(), tuple(inputs.values()), path, input_names=list(inputs), output_names=outputs,
                          dynamic_axes=axes, opset_version=17, dynamo=False, do_constant_folding=True)


TEXT = {0: "batch_size", 1: "sequence_length"}
PICTURE = {0: "batch_size", 1: "num_channels", 2: "height", 3: "width"}
AXES = {"input_ids": TEXT, "attention_mask": TEXT, "pixel_values": PICTURE, "last_hidden_state": TEXT,
        "text_embeds": {0: "batch_size"}, "image_embeds": {0: "batch_size"}, "pooler_output": {0: "batch_size"}}
JOINT = AXES | {"input_ids": {0: "text_batch_size", 1: "sequence_length"},
                "attention_mask": {0: "text_batch_size", 1: "sequence_length"},
                "pixel_values": PICTURE | {0: "image_batch_size"}, "text_embeds": {0: "text_batch_size"},
                "image_embeds": {0: "image_batch_size"},
                "logits_per_image": {0: "image_batch_size", 1: "text_batch_size"},
                "logits_per_text": {0: "text_batch_size", 1: "image_batch_size"}}


def samples(model, length):
    side = model.config.vision_config.image_size
    torch.manual_seed(3)
    ids = torch.randint(3, model.config.text_config.vocab_size - 3, (2, length))
    return ids, torch.ones_like(ids), torch.randn(3, 3, side, side)


def export_clip(model, out, joint):
    ids, mask, pictures = samples(model, 9)
    ids[:, -1] = model.config.text_config.eos_token_id

    def text(input_ids):
        found = model.text_model(input_ids=input_ids)
        return model.text_projection(found.pooler_output), found.last_hidden_state

    def vision(pixel_values):
        found = model.vision_model(pixel_values=pixel_values)
        return model.visual_projection(found.pooler_output), found.last_hidden_state

    save(text, model, {"input_ids": ids}, ["text_embeds", "last_hidden_state"], AXES, f"{out}/text_model.onnx")
    save(vision, model, {"pixel_values": pictures}, ["image_embeds", "last_hidden_state"], AXES,
         f"{out}/vision_model.onnx")
    if joint:
        def both(input_ids, pixel_values, attention_mask):
            found = model(input_ids=input_ids, pixel_values=pixel_values, attention_mask=attention_mask)
            return found.logits_per_image, found.logits_per_text, found.text_embeds, found.image_embeds

        save(both, model, {"input_ids": ids, "pixel_values": pictures, "attention_mask": mask},
             ["logits_per_image", "logits_per_text", "text_embeds", "image_embeds"], JOINT, f"{out}/model.onnx")


def export_siglip(model, out, joint):
    ids, _, pictures = samples(model, 64)

    def text(input_ids):
        found = model.text_model(input_ids=input_ids)
        return found.last_hidden_state, found.pooler_output

    def vision(pixel_values):
        found = model.vision_model(pixel_values=pixel_values)
        return found.last_hidden_state, found.pooler_output

    outputs = ["last_hidden_state", "pooler_output"]
    save(text, model, {"input_ids": ids}, outputs, AXES, f"{out}/text_model.onnx")
    save(vision, model, {"pixel_values": pictures}, outputs, AXES, f"{out}/vision_model.onnx")
    if joint:
        def both(input_ids, pixel_values):
            found = model(input_ids=input_ids, pixel_values=pixel_values)
            return found.logits_per_image, found.logits_per_text, found.text_embeds, found.image_embeds

        save(both, model, {"input_ids": ids, "pixel_values": pictures},
             ["logits_per_image", "logits_per_text", "text_embeds", "image_embeds"], JOINT, f"{out}/model.onnx")


def export_mclip(model, out):
    ids = torch.randint(4, model.transformer.config.vocab_size - 3, (2, 9))

    def text(input_ids, attention_mask):
        return model.transformer(input_ids=input_ids, attention_mask=attention_mask)[0]

    save(text, model.transformer, {"input_ids": ids, "attention_mask": torch.ones_like(ids)}, ["last_hidden_state"],
         AXES, f"{out}/text_model.onnx")


def half(path, out):
    import onnx
    from onnxruntime.transformers.float16 import convert_float_to_float16

    onnx.save(convert_float_to_float16(onnx.load(path), keep_io_types=True, disable_shape_infer=True), out)


def quantized(path, out):
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(path, out, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul"])
