package io.crackscope.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The modules of the JDK that classes refer to, each with one class that does. JavaFX has to be added by its jars.
 *
 * <p>It reads constant pools rather than asking jdeps, which gives up on jars with a module description whose
 * requirements are not all there, as those of DL4J.
 */
final class ReferredModules {
    private static final Pattern DESCRIPTOR_CLASS = Pattern.compile("L([^;<]+)[;<]");

    private final Map<String, String> ownerOfPackage = new HashMap<>();
    private final Map<String, String> firstReference = new TreeMap<>();
    private int classes;

    ReferredModules() {
        for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
            module.descriptor()
                    .packages()
                    .forEach(
                            name -> ownerOfPackage.put(name, module.descriptor().name()));
        }
    }

    /** Module name to one class that refers to it; {@code java.base} is left out. */
    Map<String, String> modules() {
        return firstReference;
    }

    /** How many classes were read. */
    int classes() {
        return classes;
    }

    void readJar(Path jar) throws IOException {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : file.stream().toList()) {
                if (isClass(entry.getName())) {
                    try (InputStream in = file.getInputStream(entry)) {
                        read(in.readAllBytes(), jar.getFileName() + "!" + entry.getName());
                    }
                }
            }
        }
    }

    void readFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> isClass(path.toString())).toList()) {
                read(Files.readAllBytes(file), folder.relativize(file).toString());
            }
        }
    }

    private static boolean isClass(String path) {
        return path.endsWith(".class") && !path.endsWith("module-info.class");
    }

    private void read(byte[] bytes, String where) {
        classes++;
        ClassModel type = ClassFile.of().parse(bytes);
        type.fields().forEach(field -> referAll(field.fieldType().stringValue(), where));
        type.methods().forEach(method -> referAll(method.methodType().stringValue(), where));
        for (PoolEntry entry : type.constantPool()) {
            if (entry instanceof ClassEntry other) {
                String name = other.asInternalName();
                if (name.startsWith("[")) {
                    referAll(name, where);
                } else {
                    refer(name, where);
                }
            } else if (entry instanceof NameAndTypeEntry member) {
                referAll(member.type().stringValue(), where);
            }
        }
    }

    private void referAll(String descriptor, String where) {
        Matcher matcher = DESCRIPTOR_CLASS.matcher(descriptor);
        while (matcher.find()) {
            refer(matcher.group(1), where);
        }
    }

    private void refer(String internalName, String where) {
        int slash = internalName.lastIndexOf('/');
        String owner = slash < 0
                ? null
                : ownerOfPackage.get(internalName.substring(0, slash).replace('/', '.'));
        if (owner != null && !owner.equals("java.base")) {
            firstReference.putIfAbsent(owner, where);
        }
    }
}
