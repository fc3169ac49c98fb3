package co.tambo.auth;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The texts that an object holds, directly or by way of others, as a heap dump would show them. */
public final class HeldTexts {

  private final Set<String> texts = new TreeSet<>();
  private final Set<Object> met = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> open = new ArrayDeque<>();

  private HeldTexts() {}

  public static Set<String> of(Object start) {
    return from(start).texts;
  }

  /** Returns how each object of ours that an object holds, and it itself, prints itself. */
  static List<String> printed(Object start) {
    return from(start).met.stream()
        .filter(object -> object.getClass().getName().startsWith("co.tambo.auth."))
        .map(object -> object.getClass().getName() + " prints " + object)
        .toList();
  }

  private static HeldTexts from(Object start) {
    HeldTexts held = new HeldTexts();
    held.meet(start);
    while (!held.open.isEmpty()) {
      held.look(held.open.remove());
    }
    return held;
  }

  private void meet(@Nullable Object value) {
    if (value != null && !(value instanceof Class) && met.add(value)) {
      open.add(value);
    }
  }

  private void look(Object value) {
    if (value instanceof String text) {
      texts.add(text);
    } else if (value instanceof byte[] bytes) {
      texts.add(new String(bytes, StandardCharsets.ISO_8859_1));
    } else if (value instanceof char[] characters) {
      texts.add(new String(characters));
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, held) -> {
            meet(key);
            meet(held);
          });
    } else if (value instanceof Collection<?> collection) {
      collection.forEach(this::meet);
    } else if (value instanceof AtomicReference<?> reference) {
      meet(reference.get());
    } else if (value.getClass().isArray() && !value.getClass().componentType().isPrimitive()) {
      for (int i = 0; i < Array.getLength(value); i++) {
        meet(Array.get(value, i));
      }
    } else {
      lookInside(value);
    }
  }

  /** The JDK's own objects are looked into by what they offer; they do not open themselves. */
  private void lookInside(Object value) {
    for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          meet(read(field, value));
        }
      }
    }
  }

  private static @Nullable Object read(Field field, Object value) {
    try {
      return field.trySetAccessible() ? field.get(value) : null;
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
