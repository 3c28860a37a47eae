"""Writes tokenizer.json files for a Marian model, which comes with two SentencePiece models and one vocabulary
that both languages share. One file cuts source texts into ids, the other joins target ids to a text.
"""

import json

from sentencepiece import sentencepiece_model_pb2 as proto
from tokenizers import Regex, Tokenizer, decoders, normalizers, pre_tokenizers, processors
from tokenizers.models import Unigram

UNUSED = "\ue000"  # private use: no text that was normalised holds it


def read(path):
    model = proto.ModelProto()
    with open(path, "rb") as file:
        model.ParseFromString(file.read())
    return model


def scores(model, vocabulary, keep_others):
    """The vocabulary in the order of its ids. Pieces of the other language cannot be found in a text: in the
    source's file they have names that no text can hold."""
    pieces = {p.piece: p.score for p in model.pieces}
    least = min(pieces.values()) - 10
    ordered = sorted(vocabulary.items(), key=lambda entry: entry[1])
    special = {"</s>", "<unk>", "<pad>"}
    result = []
    for piece, token in ordered:
        if piece in pieces or piece in special or keep_others:
            result.append((piece, pieces.get(piece, least)))
        else:
            result.append((f"{UNUSED}{token}{UNUSED}", least))
    return result


def tokenizer(model, vocabulary, keep_others):
    table = Tokenizer(Unigram(scores(model, vocabulary, keep_others), vocabulary["<unk>"], byte_fallback=False))
    steps = []
    charsmap = model.normalizer_spec.precompiled_charsmap
    if charsmap:
        steps.append(normalizers.Precompiled(charsmap))
    steps += [normalizers.Replace(Regex(" {2,}"), " "), normalizers.Strip()]
    table.normalizer = normalizers.Sequence(steps)
    table.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    table.decoder = decoders.Metaspace(replacement="▁", prepend_scheme="always")
    table.add_special_tokens(["</s>", "<unk>", "<pad>"])
    table.post_processor = processors.TemplateProcessing(
        single="$A </s>", special_tokens=[("</s>", vocabulary["</s>"])]
    )
    return table


def write(folder, out):
    """Reads source.spm, target.spm, vocab.json and, where both languages have their own, target_vocab.json."""
    with open(f"{folder}/vocab.json", encoding="utf-8") as file:
        vocabulary = json.load(file)
    target = vocabulary
    try:
        with open(f"{folder}/target_vocab.json", encoding="utf-8") as file:
            target = json.load(file)
    except FileNotFoundError:
        pass
    tokenizer(read(f"{folder}/source.spm"), vocabulary, False).save(f"{out}/tokenizer.json", pretty=False)
    tokenizer(read(f"{folder}/target.spm"), target, True).save(f"{out}/target_tokenizer.json", pretty=False)
