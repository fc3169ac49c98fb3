package co.tambo.auth.internal.config;

import co.tambo.auth.ConfigSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All places where settings are looked for, the most specific first. */
final class Sources {

  /**
   * What was found for a key.
   *
   * @param text the value; what was written, where it is unusable
   * @param place what messages call the place
   * @param problem why the value is unusable, empty when it is not
   */
  record Found(String text, String place, String problem) {
    @Override
    public String toString() {
      return "Found[" + place + "]";
    }
  }

  private final List<Layer> layers = new ArrayList<>();
  private final int surroundings;

  Sources(List<ConfigSource> adapters, List<Layer> surroundings) {
    adapters.forEach(source -> layers.add(Layer.of(source)));
    this.surroundings = layers.size();
    layers.addAll(surroundings);
  }

  List<Layer> layers() {
    return List.copyOf(layers);
  }

  /** Returns the names of all places for a message. */
  String places(String key) {
    return String.join(", ", layers.stream().map(layer -> layer.place(key)).toList());
  }

  /** Returns the value of the first place that has one; a blank value is none. */
  Optional<Found> find(String key) {
    return find(key, 0, Set.of(key));
  }

  private Optional<Found> find(String key, int from, Set<String> pending) {
    for (int i = from; i < layers.size(); i++) {
      Entry entry = layers.get(i).entry(key);
      Optional<Found> found =
          entry == null || entry.blank() ? Optional.empty() : found(entry, i, pending);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Found> found(Entry entry, int layer, Set<String> pending) {
    try {
      String text = resolved(entry, layer, pending).strip();
      return text.isEmpty() ? Optional.empty() : Optional.of(new Found(text, entry.place(), ""));
    } catch (BadValueException e) {
      return Optional.of(new Found(entry.text(), entry.place(), e.fix()));
    }
  }

  private String resolved(Entry entry, int layer, Set<String> pending) throws BadValueException {
    return switch (entry.form()) {
      case RESOLVED -> entry.text();
      case UNRESOLVABLE ->
          throw new BadValueException("a placeholder in it cannot be resolved: define its name");
      case WRITTEN -> new Placeholders(name -> resolve(name, layer, pending)).resolve(entry.text());
    };
  }

  /**
   * An adapter's value is completed from the less specific places. What surrounds the application
   * completes itself as a whole, as MicroProfile Config does, so that a file means the same on
   * every server; there alone can a name come back to itself.
   */
  private Optional<String> resolve(String name, int layer, Set<String> pending)
      throws BadValueException {
    boolean surrounding = layer >= surroundings;
    if (surrounding && pending.contains(name)) {
      throw new BadValueException("the placeholder ${" + name + "} refers to itself");
    }
    Set<String> names = new HashSet<>(surrounding ? pending : Set.of());
    names.add(name);
    Optional<Found> found = find(name, surrounding ? surroundings : layer + 1, names);
    if (found.isPresent() && !found.get().problem().isEmpty()) {
      throw new BadValueException(found.get().problem());
    }
    return found.map(Found::text);
  }
}
