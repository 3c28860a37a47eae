package dev.anmok.app.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RasterTest {
  private final Camera ahead = Camera.look(new Vec(0, 0, 0), new Vec(0, 0, 1), 1);

  @Test
  void findsTheNearestOfTwoWalls() {
    var mesh = new Mesh();
    wall(mesh, 4, 10);
    wall(mesh, 2, 0.5);
    var raster = new Raster(64, 48, ahead).draw(mesh.triangles(), -1);

    assertThat(mesh.triangles()).hasSize(4);
    assertThat(raster.nearest[24 * 64 + 32]).isIn(2, 3);
    assertThat(raster.nearest[24 * 64 + 2]).isIn(0, 1);
    assertThat(raster.closeness[24 * 64 + 32]).isCloseTo(0.5f, within(1e-5f));
    assertThat(raster.closeness[24 * 64 + 2]).isCloseTo(0.25f, within(1e-5f));
  }

  @Test
  void leavesNoGapWhereTrianglesMeet() {
    var mesh = new Mesh();
    wall(mesh, 3, 50);
    var raster = new Raster(97, 61, ahead).draw(mesh.triangles(), -1);

    assertThat(raster.nearest).doesNotContain(-1);
  }

  @Test
  void cutsAwayWhatLiesBehindTheViewer() {
    var mesh = new Mesh();
    mesh.quad(
        new Vec(-1, -1, -5),
        new Vec(1, -1, -5),
        new Vec(1, -1, 5),
        new Vec(-1, -1, 5),
        Material.matt(0));
    var raster = new Raster(64, 64, ahead).draw(mesh.triangles(), -1);

    assertThat(raster.nearest[60 * 64 + 32]).isGreaterThanOrEqualTo(0);
    assertThat(raster.nearest[10 * 64 + 32]).isEqualTo(-1);
  }

  @Test
  void seesAPointWhereItsRayPasses() {
    var camera = Camera.look(new Vec(1, 2, -3), new Vec(0.5, 1, 4), 1.3);
    var raster = new Raster(200, 100, camera);
    var random = new SplittableRandom(3);
    for (int i = 0; i < 50; i++) {
      double x = random.nextDouble() * 2 - 1;
      double y = random.nextDouble() - 0.5;
      Vec p = camera.eye().plus(camera.ray(x, y).times(1 + 5 * random.nextDouble()));

      assertThat(raster.column(camera.seen(p))).isCloseTo((x + 1) * 100, within(1e-9));
      assertThat(raster.row(camera.seen(p))).isCloseTo(50 - y * 100, within(1e-9));
    }
  }

  @Test
  void shadesWhatABeamCannotReach() {
    var mesh = new Mesh();
    mesh.box(new Vec(-0.5, 1, -0.5), new Vec(0.5, 1.1, 0.5), Material.matt(0));
    var beam = new Beam(new Vec(0, -1, 0), Light.grey(1), 0.01, Mesh.SUN);
    var shadow = new Shadow(beam, mesh.triangles(), new Vec(0, 0.5, 0), 2);

    assertThat(shadow.lit(0, 0, 0)).isZero();
    assertThat(shadow.lit(1, 0, 1)).isEqualTo(1);
    assertThat(shadow.lit(0, 1.5, 0)).isEqualTo(1);
  }

  private static void wall(Mesh mesh, double z, double half) {
    var corners =
        List.of(
            new Vec(-half, -half, z),
            new Vec(half, -half, z),
            new Vec(half, half, z),
            new Vec(-half, half, z));
    mesh.quad(
        corners.get(0), corners.get(1), corners.get(2), corners.get(3), Material.matt(0xff0000));
  }
}
