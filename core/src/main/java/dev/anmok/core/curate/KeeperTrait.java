package dev.anmok.core.curate;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/// What one copy of a picture may have over another, in the order in which it counts. A difference
/// smaller than a trait's tolerance is taken for noise.
enum KeeperTrait {
  /// A Laplacian 15 % greater.
  SHARPER {
    @Override
    double worth(PhotoLook look, boolean detailed) {
      double sharpness = detailed ? look.sharpness() : look.measures().laplacianStd();
      return Math.log(Math.max(sharpness, 0.5)) / Math.log(1.15);
    }

    @Override
    String text(PhotoLook look, boolean detailed) {
      return number(detailed ? look.sharpness() : look.measures().laplacianStd());
    }
  },
  /// 10 % more pixels.
  LARGER {
    @Override
    double worth(PhotoLook look, boolean detailed) {
      return Math.log(Math.max(1.0, (double) look.area())) / Math.log(1.1);
    }

    @Override
    String text(PhotoLook look, boolean detailed) {
      return look.facts().width() + "x" + look.facts().height();
    }
  },
  /// 2 points less of the picture too dark or burnt out; where that was not measured, a mean luma
  /// 16 levels nearer to the middle.
  BETTER_EXPOSED {
    @Override
    double worth(PhotoLook look, boolean detailed) {
      return detailed ? -look.clipped() / 0.02 : -Math.abs(look.measures().lumaMean() - 127.5) / 16;
    }

    @Override
    String text(PhotoLook look, boolean detailed) {
      return detailed
          ? number(100 * look.clipped()) + " % too dark or burnt out"
          : "mean luma " + number(look.measures().lumaMean());
    }
  },
  /// The earlier date of a camera; any date before none.
  ORIGINAL_BY_DATE {
    @Override
    double worth(PhotoLook look, boolean detailed) {
      return look.facts()
          .taken()
          .map(taken -> -(double) taken.toEpochSecond(ZoneOffset.UTC))
          .orElse(-1e15);
    }

    @Override
    String text(PhotoLook look, boolean detailed) {
      return look.facts().taken().map(LocalDateTime::toString).orElse("no date");
    }
  },
  /// A JPEG grid weaker by 0.05.
  FEWER_JPEG_FAULTS {
    @Override
    double worth(PhotoLook look, boolean detailed) {
      return detailed ? -look.blockiness() / 0.05 : 0;
    }

    @Override
    String text(PhotoLook look, boolean detailed) {
      return "blockiness " + String.format(Locale.ROOT, "%.2f", look.blockiness());
    }
  };

  /// The larger the better; a difference of 1 counts.
  ///
  /// @param detailed whether all photos that are compared were measured at native resolution
  abstract double worth(PhotoLook look, boolean detailed);

  /// What it has, for people.
  abstract String text(PhotoLook look, boolean detailed);

  /// Its name in answers.
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
