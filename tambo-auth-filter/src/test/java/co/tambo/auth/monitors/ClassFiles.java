package co.tambo.auth.monitors;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Class files, and which of their methods a call may reach. */
final class ClassFiles {

  private final Map<String, ClassNode> byName = new HashMap<>();
  private final Map<String, List<String>> subtypes = new HashMap<>();
  private final Map<String, List<String>> related = new HashMap<>();

  private ClassFiles() {}

  /** Reads every class below some folders or in some jars; the stand-ins for tests do not count. */
  static ClassFiles of(List<Path> places) throws IOException {
    ClassFiles files = new ClassFiles();
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        files.readBelow(place);
      } else {
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
          files.readBelow(jar.getPath("/"));
        }
      }
    }
    return files;
  }

  private void readBelow(Path root) throws IOException {
    List<Path> classes;
    try (Stream<Path> all = Files.walk(root)) {
      classes =
          all.filter(file -> file.toString().endsWith(".class"))
              .filter(file -> !file.toString().contains("META-INF"))
              .filter(file -> !file.toString().contains("co/tambo/auth/testing/"))
              .toList();
    }
    for (Path file : classes) {
      try (InputStream in = Files.newInputStream(file)) {
        add(in);
      }
    }
  }

  private void add(InputStream in) throws IOException {
    ClassNode node = new ClassNode();
    new ClassReader(in).accept(node, ClassReader.SKIP_DEBUG);
    byName.put(node.name, node);
    List<String> parents = new ArrayList<>(node.interfaces);
    if (node.superName != null) {
      parents.add(node.superName);
    }
    parents.forEach(
        parent -> subtypes.computeIfAbsent(parent, any -> new ArrayList<>()).add(node.name));
  }

  /** Returns every method there is, each as {@code owner.name(arguments)result}. */
  Map<String, MethodNode> methods() {
    Map<String, MethodNode> methods = new HashMap<>();
    byName.forEach(
        (name, node) -> node.methods.forEach(m -> methods.put(name + "." + m.name + m.desc, m)));
    return methods;
  }

  /** Returns the methods that a call may reach: that of its owner, inherited or overridden. */
  List<String> targets(MethodInsnNode call) {
    String signature = "." + call.name + call.desc;
    return related.computeIfAbsent(call.owner, this::relatives).stream()
        .map(type -> type + signature)
        .toList();
  }

  private List<String> relatives(String owner) {
    List<String> types = new ArrayList<>();
    for (String type = owner; type != null; type = parent(type)) {
      types.add(type);
    }
    types.addAll(below(owner));
    return types;
  }

  private @Nullable String parent(String type) {
    ClassNode node = byName.get(type);
    return node == null ? null : node.superName;
  }

  private List<String> below(String type) {
    List<String> all = new ArrayList<>();
    for (String direct : subtypes.getOrDefault(type, List.of())) {
      all.add(direct);
      all.addAll(below(direct));
    }
    return all;
  }
}
