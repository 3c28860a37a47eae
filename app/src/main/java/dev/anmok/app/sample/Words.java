package dev.anmok.app.sample;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// What is written on boards, receipts and screens.
final class Words {
  private static final List<String> DRINKS =
      List.of(
          "아메리카노", "카페라떼", "카푸치노", "바닐라라떼", "녹차라떼", "레몬에이드", "치즈케이크", "초코케이크", "크루아상", "와플", "샌드위치",
          "유자차", "밀크티", "에스프레소", "당근케이크", "소금빵");
  private static final List<String> TALK =
      List.of(
          "오늘 뭐해",
          "지금 가는 중",
          "창가 자리 있어",
          "응 알겠어",
          "사진 보내줘",
          "고마워",
          "OK!",
          "내일 봐",
          "몇 시에 만나",
          "SEE YOU SOON");
  private static final List<String> PROSE =
      List.of(
          "오늘", "카페", "이용", "안내", "다음", "주까지", "자료를", "제출해", "주시기", "바랍니다", "회의", "내용을", "정리하여",
          "고객", "서비스", "약관", "보고서", "가격", "공지", "사항");

  private Words() {}

  static String drink(SplittableRandom random) {
    return DRINKS.get(random.nextInt(DRINKS.size()));
  }

  static String talk(SplittableRandom random) {
    return TALK.get(random.nextInt(TALK.size()));
  }

  static String prose(SplittableRandom random, int words) {
    var line = new StringBuilder();
    for (int i = 0; i < words; i++) {
      line.append(i == 0 ? "" : " ").append(PROSE.get(random.nextInt(PROSE.size())));
    }
    return line.toString();
  }

  static String price(SplittableRandom random) {
    return String.format(Locale.ROOT, "%,d", (25 + random.nextInt(70)) * 100);
  }
}
