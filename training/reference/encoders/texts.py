"""The 200 texts that every tokenizer is asked: Korean composed and decomposed, mixed scripts, emoji, blanks, control
characters, special tokens, very long and empty ones."""

import unicodedata

KOREAN = """창가에 앉은 고양이|잔디 위를 달리는 개|햇살이 드는 카페 창가|나무 테이블과 라탄 의자|제주 바다가 보이는 숙소|비 오는 날의 한옥 마당
단팥빵과 아메리카노|여름 원피스를 입은 사람|눈 덮인 산과 작은 오두막|야시장의 떡볶이와 어묵|흰 벽에 걸린 그림|영수증과 펜
빨간 우산을 쓴 아이|밤하늘의 별과 은하수|조용한 도서관의 책장|해 질 녘의 다리|닭갈비를 굽는 철판|쌓인 접시와 컵
꽃무늬 커튼이 달린 방|오래된 필름 카메라|뷁쀍쉙 똠방각하|ㅋㅋㅋ 너무 예뻐요ㅠㅠ|값이 없다|읽다 만 책|꽃잎이 흩날리는 길
2024년 3월 5일의 사진|3,500원짜리 커피|서울특별시 강남구 테헤란로 152|할머니의 손|고요한 아침의 호수"""

ENGLISH = """a photo of a cat|a dog running on the grass|two people drinking coffee by the window|A PHOTO OF A CAFE|a red dress
don't stop, it's the dog's bowl|we're sure they'll say I'd've|a close-up photo of a plate of noodles.|black-and-white picture
an oil painting of the sea; waves, foam & sky|the 3rd of 12 pictures (cropped)|half-price: $4.99!|hello@example.com
https://example.com/a?b=c&d=e#f|snake_case and camelCase|C++ and C# code|100% cotton|a/b/c|x = y * (z + 1) ^ 2|[MASK] <mask>
The quick brown fox jumps over the lazy dog|an antidisestablishmentarianist|zzzzzzzzzzzzzzzzzzzzzz|I I I I I|a|.|?!|---|''"""

MIXED = """고양이 cat 猫 ねこ|카페 cafe café CAFÉ|ＣＡＦＥ　１２３|서울 Seoul 首尔 ソウル|Straße und Öl|İstanbul'da kedi|ΟΔΥΣΣΕΥΣ ΚΑΙ Σ|Привет, мир
صورة قطة|תמונה של חתול|ภาพแมว|बिल्ली की तस्वीर|一张猫的照片|猫の写真。|ﬁne ﬂuﬀy ligatures|½ cup ² ³ ①②③|™ © ® € £ ₩|№ ℃ ㎏ ㈜|ｱｲｳ ｶﾞ|Å Å Å
한글hangul한글|가나다123abc|CAFE에서 먹는 cake🍰|🐱|🐶🐱 고양이와 개|👨‍👩‍👧‍👦 가족|🇰🇷 태극기|👍🏽 좋아요|❤️ 하트|☕️|🏳️‍🌈|😀😃😄😁|a🐱b|#️⃣1️⃣"""

ODD = [
    "", " ", "   ", "\n", "\t", "\r\n", "\u00a0", "\u3000", "\u200b", "\ufeff", "\u0001", "\u0000", "a\u0000b", "\u001b[31mred\u001b[0m",
    " leading", "trailing ", "  both  ", "two  blanks", "a\tb", "a\nb", "a\r\nb\n", "\n\n고양이\n\n", "\t고양이\t와\t개\t", "a\u00a0b",
    "가\u200b나", "a\u200db", "a\u0085b", "x\u001cy\u001fz", "a\u2028b\u2029c", "\u202eright to left", "soft\u00adhyphen", "\ufeffstart",
    "▁", "▁a ▁b", " ▁ ", "a▁b", "<unk>", "</s>", "<s> a </s>", "a </s> b", "<pad>", "<bos>a<eos>", "<EOS>", "<mask>", "<|endoftext|>",
    "<|startoftext|>a cat<|endoftext|>", "<|ENDOFTEXT|>", "a<|endoftext|>b", "<0x41>", "</w>", "Ġa", "##ing", "[PAD]", "{}", "<start_of_turn>",
    "é", "e\u0301", "ñandú", "n\u0303", "\u1100\u1161\u11a8", "\u1112\u1161\u11ab\u1100\u1173\u11af", "\u3131\u314f", "ｶﾞ", "\u0130", "ß", "Ǆ", "ſ",
    "\U0001d400\U0001d401", "\U00020000", "\uffff", "\ue000", "\u0300", "\u0300\u0301", "٣٤٥", "1234567890", "1 2 3", "3.14159", "-273.15",
    "a photo of a cat and " * 12, "고양이와 개 그리고 " * 20, "고" * 300, "a" * 500, "🐱" * 80, "a " * 200, "cat, " * 90, "\n".join(["줄"] * 60),
    "!" * 100, " " * 200 + "end", "가나다라마바사아자차카타파하 " * 12, "A" * 63, "a b c d e f g h i j k l m n o p q r s t u v w x y z " * 3,
]


def lines(block):
    return [text for line in block.split("\n") for text in line.split("|") if text]


def corpus():
    return lines(KOREAN) + lines(ENGLISH) + lines(MIXED)


def texts():
    korean, english, mixed = lines(KOREAN), lines(ENGLISH), lines(MIXED)
    decomposed = [unicodedata.normalize("NFD", text) for text in korean[:16]]
    rest = [a + ", " + b for a, b in zip(english, korean)]
    both = korean + decomposed + english + mixed + ODD + rest  # as many of the last as it takes
    return list(dict.fromkeys(both))[:200]


if __name__ == "__main__":
    print(len(texts()), len(ODD), len(lines(KOREAN)), len(lines(ENGLISH)), len(lines(MIXED)))
