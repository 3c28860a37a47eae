package dev.anmok.core.cluster;

/// How photos that are the same become groups.
public enum DuplicateMethod {
  /// Every member is the same as its keeper ([KeeperGroups]).
  DEFAULT,
  /// As published: every member is the same as some other ([Dbscan]).
  DBSCAN
}
