"""Small tokenizers of the kinds that the public encoders have: the same normalizers, pre-tokenizers, special tokens
and post-processors, trained on a few thousand sentences. Each function writes tokenizer.json (and for SigLIP the
SentencePiece model that its reference needs) and returns what `transformers` would cut texts with."""

from pathlib import Path

import sentencepiece
from sentencepiece import sentencepiece_model_pb2 as proto
from tokenizers import Regex, Tokenizer, normalizers, pre_tokenizers, processors
from tokenizers.models import BPE, Unigram
from tokenizers.trainers import BpeTrainer
from transformers import CLIPTokenizer, SiglipTokenizer, XLMRobertaTokenizer
from transformers.models.siglip2.tokenization_siglip2 import Siglip2Tokenizer

import texts

TEXT = Path(__file__).parents[2] / "mini/text/train0.ko.tsv"


def corpus():
    lines = TEXT.read_text(encoding="utf-8").split("\n")[:3000]
    return [part for line in lines for part in line.split("\t")] + texts.corpus() * 5


def clip(out, size):
    """OpenAI CLIP: byte-level BPE with an end-of-word suffix."""
    made = CLIPTokenizer().backend_tokenizer
    made.model = BPE(end_of_word_suffix="</w>", unk_token="<|endoftext|>")
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    trainer = BpeTrainer(vocab_size=size + 80, initial_alphabet=alphabet, end_of_word_suffix="</w>",
                         show_progress=False)
    made.train_from_iterator(corpus(), trainer)
    vocab = list(made.get_vocab(with_added_tokens=False).items())
    vocab = [token for token, _ in sorted(vocab, key=lambda entry: entry[1])]
    vocab += [letter + "</w>" for letter in alphabet if letter + "</w>" not in vocab]
    vocab += ["<|startoftext|>", "<|endoftext|>"]
    merges = eval_merges(made)
    reference = CLIPTokenizer(vocab={t: i for i, t in enumerate(vocab)}, merges=merges, model_max_length=77)
    reference.backend_tokenizer.save(f"{out}/tokenizer.json", pretty=False)
    return reference


def eval_merges(made):
    import json

    return [tuple(pair) for pair in json.loads(made.to_str())["model"]["merges"]]


def gemma(out, size):
    """SigLIP 2: Gemma's BPE over whole texts with blanks as ▁ and bytes for what is unknown. The published file has no
    Lowercase: the reference tokenizer adds it."""
    special = ["<pad>", "<eos>", "<bos>", "<unk>", "<mask>"]
    made = Tokenizer(BPE(unk_token="<unk>", fuse_unk=True, byte_fallback=True))
    made.normalizer = normalizers.Sequence([normalizers.Lowercase(), normalizers.Replace(" ", "▁")])
    made.pre_tokenizer = pre_tokenizers.Split(Regex("(?=▁)"), "isolated")
    trainer = BpeTrainer(vocab_size=size - 256, limit_alphabet=250, special_tokens=special, show_progress=False)
    made.train_from_iterator(corpus(), trainer)
    vocab = sorted(made.get_vocab(), key=made.get_vocab().get)
    vocab = special + [f"<0x{b:02X}>" for b in range(256)] + vocab[len(special):]
    reference = Siglip2Tokenizer(vocab={t: i for i, t in enumerate(vocab)}, merges=eval_merges(made),
                                 padding_side="right", model_max_length=64)
    backend = reference.backend_tokenizer
    backend.post_processor = processors.TemplateProcessing(single="$A <eos>", special_tokens=[("<eos>", 1)])
    lower = backend.normalizer
    backend.normalizer = normalizers.Replace(" ", "▁")
    backend.save(f"{out}/tokenizer.json", pretty=False)
    backend.normalizer = lower
    return reference


def sentencepiece_model(path, size, **ids):
    sentences = Path(path).with_suffix(".txt")
    sentences.write_text("\n".join(corpus()), encoding="utf-8")
    sentencepiece.SentencePieceTrainer.train(
        input=str(sentences), model_prefix=str(Path(path).with_suffix("")), vocab_size=size + 150, model_type="unigram",
        character_coverage=0.98, normalization_rule_name="nmt_nfkc", hard_vocab_limit=False, minloglevel=2,
        num_threads=1, **ids)
    sentences.unlink()
    Path(path).with_suffix(".vocab").unlink()
    model = proto.ModelProto()
    model.ParseFromString(Path(path).read_bytes())
    return model


def siglip(out, size, scratch):
    """SigLIP multilingual: T5's SentencePiece unigram; texts are made canonical before."""
    path = f"{scratch}/spiece.model"
    model = sentencepiece_model(path, size, pad_id=0, eos_id=1, unk_id=2, bos_id=-1)
    made = Tokenizer(Unigram([(p.piece, p.score) for p in model.pieces], 2, byte_fallback=False))
    made.normalizer = normalizers.Sequence([
        normalizers.Precompiled(model.normalizer_spec.precompiled_charsmap),
        normalizers.Replace(Regex(" {2,}"), " "),
        normalizers.Strip(),
    ])
    made.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    made.add_special_tokens(["</s>", "<unk>"])
    made.post_processor = processors.TemplateProcessing(single="$A </s>", special_tokens=[("</s>", 1)])
    made.save(f"{out}/tokenizer.json", pretty=False)
    return SiglipTokenizer(path, model_max_length=64)


def xlm_roberta(out, size, scratch):
    """M-CLIP: XLM-R's unigram, with the ids of fairseq."""
    model = sentencepiece_model(f"{scratch}/xlmr.model", size, unk_id=0, bos_id=1, eos_id=2, pad_id=-1)
    vocab = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0)]
    vocab += [(p.piece, p.score) for p in model.pieces[3:]] + [("<mask>", 0.0)]
    reference = XLMRobertaTokenizer(vocab=vocab, model_max_length=77)
    backend = reference.backend_tokenizer
    backend.normalizer = normalizers.Precompiled(model.normalizer_spec.precompiled_charsmap)
    backend.save(f"{out}/tokenizer.json", pretty=False)
    return reference
