/// Profiles: which lens, rules and search a job uses, read from YAML.
@NullMarked
package dev.anmok.app.profile;

import org.jspecify.annotations.NullMarked;
