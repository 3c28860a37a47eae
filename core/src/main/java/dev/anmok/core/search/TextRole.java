package dev.anmok.core.search;

/// What a text of an item or photo is to it; searches by words weigh them differently.
public enum TextRole {
  /// What people call the item.
  TITLE,
  /// Other names of it: the original title, a title in another script.
  ALIAS,
  /// Keywords: genres, tags, people.
  TAGS,
  /// What somebody wrote about it.
  BODY,
  /// What a machine or a person said the photo shows.
  CAPTION
}
