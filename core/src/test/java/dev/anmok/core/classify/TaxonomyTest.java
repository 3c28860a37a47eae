package dev.anmok.core.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaxonomyTest {
  static Leaf leaf(String name, String... aliases) {
    return new Leaf(name, Map.of("en", "the " + name), Map.of(), List.of(aliases));
  }

  static Head head(String name, Leaf... leaves) {
    return new Head(name, Map.of("en", "The " + name), List.of(), Arrays.asList(leaves));
  }

  static Taxonomy of(Head... heads) {
    return Taxonomy.of(Arrays.asList(heads), Taxonomy.Wording.PLAIN);
  }

  @Test
  void writesLeavesUnderTheirHeadsInOrder() {
    var shop = of(head("의류", leaf("상의"), leaf("하의")), head("기타", leaf("잡화")));

    assertThat(shop.paths()).containsExactly("의류/상의", "의류/하의", "기타/잡화");
    assertThat(Taxonomy.headOf("의류/상의")).isEqualTo("의류");
    assertThat(Taxonomy.headOf("의류")).isEqualTo("의류");
    assertThat(shop.label("의류/상의", "en")).isEqualTo("The 의류/the 상의");
  }

  @Test
  void findsACategoryByPathNameOrAliasInAnyCase() {
    var shop = of(head("의류", leaf("상의", "T-Shirt", "tops")));

    assertThat(shop.find("의류/상의")).contains("의류/상의");
    assertThat(shop.find("상의")).contains("의류/상의");
    assertThat(shop.find(" t-SHIRT ")).contains("의류/상의");
    assertThat(shop.find("의류")).contains("의류");
    assertThat(shop.find("의류".chars().mapToObj(c -> "" + (char) c).toList().toString())).isEmpty();
    assertThat(shop.find(java.text.Normalizer.normalize("상의", java.text.Normalizer.Form.NFD)))
        .contains("의류/상의");
  }

  @Test
  void refusesALeafUnderTwoHeads() {
    assertThatThrownBy(() -> of(head("의류", leaf("신발")), head("기타", leaf("신발"))))
        .isInstanceOf(TaxonomyException.class)
        .hasMessage("'신발' stands for both '의류/신발' and '기타/신발'");
  }

  @Test
  void refusesALeafOrHeadThatStandsThereTwice() {
    assertThatThrownBy(() -> of(head("의류", leaf("신발"), leaf("신발"))))
        .hasMessage("'의류/신발' stands there twice");
    assertThatThrownBy(() -> of(head("a", leaf("b")), head("A", leaf("c"))))
        .hasMessageContaining("stands");
  }

  @Test
  void refusesAnAliasOfTwoCategories() {
    assertThatThrownBy(() -> of(head("의류", leaf("상의", "top"), leaf("하의", "TOP"))))
        .hasMessage("'TOP' stands for both '의류/상의' and '의류/하의'");
  }

  @Test
  void anAliasMayRepeatItsOwnCategorysName() {
    var shop = of(head("의류", leaf("상의", "상의", "tops"), leaf("T-Shirt", "t-shirt")));

    assertThat(shop.find("상의")).contains("의류/상의");
    assertThat(shop.find("t-shirt")).contains("의류/T-Shirt");
  }

  @Test
  void refusesACircle() {
    assertThatThrownBy(() -> of(head("a", leaf("b")), head("b", leaf("c"), leaf("a"))))
        .isInstanceOfSatisfying(TaxonomyException.class, e -> assertThat(e.name()).isEqualTo("a"))
        .hasMessage("the categories go in a circle: a > b > a");
    assertThatThrownBy(() -> of(head("a", leaf("a"))))
        .hasMessage("the categories go in a circle: a > a");
  }

  @Test
  void refusesAThirdLevel() {
    assertThatThrownBy(() -> of(head("a", leaf("b")), head("b", leaf("c"))))
        .hasMessage("'b' is a head and also a leaf of 'a'; a taxonomy has two levels");
  }

  @Test
  void refusesAnEmptyHeadAndBadNames() {
    assertThatThrownBy(() -> of(head("의류"))).hasMessage("the head '의류' has no leaves");
    assertThatThrownBy(() -> of()).hasMessage("a taxonomy needs at least one head");
    assertThatThrownBy(() -> of(head("의류", leaf("Unknown"))))
        .hasMessageContaining("what a photo without a category is called");
    assertThatThrownBy(() -> of(head("의류", leaf("a/b")))).hasMessageContaining("hold a '/'");
    assertThatThrownBy(() -> of(head(" ", leaf("a")))).hasMessageContaining("must not be empty");
  }

  @Test
  void wordsALeafWithoutPromptsByItsLabels() {
    assertThat(leaf("상의").wording()).isEqualTo(Map.of("en", List.of("the 상의")));
    assertThat(new Leaf("상의", Map.of(), Map.of(), List.of()).wording())
        .isEqualTo(Map.of("ko", List.of("상의")));
  }
}
