import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a 64-bit library of Windows (PE32+) says of itself. Addresses count from where it is loaded.
 *
 * @param start where its own header begins, behind that of DOS
 */
record Dll(ByteBuffer file, int start, List<Section> sections) {
    /** Pages of every Windows on x86-64; sections begin at a multiple. */
    static final int PAGE = 4096;

    static final int SECTION_HEADER = 40;
    static final int RELOCATIONS = 5;

    private static final int EXPORTS = 0;
    private static final int IMPORTS = 1;
    private static final int UNWINDING = 3;
    private static final int CHAINED = 4;
    private static final int DIRECTORIES = 136;
    private static final int SYMBOL = 18;
    private static final int STATIC = 3;

    /** A part of the file and where it is loaded; what it is longer there is zero. */
    record Section(String name, long address, long memorySize, long offset, long fileSize, int flags) {
        boolean isCode() {
            return (flags & 0x20) != 0;
        }

        /** For debuggers; the long name stands among those of the symbols. */
        boolean isDebug() {
            return name.startsWith("/") || name.startsWith(".debug");
        }

        long end() {
            return address + Math.max(memorySize, 1);
        }

        boolean holds(long place) {
            return place >= address && place < end();
        }
    }

    static boolean isOne(ByteBuffer file) {
        return file.getShort(0) == 0x5A4D
                && file.getInt(file.getInt(60)) == 0x4550
                && file.getShort(file.getInt(60) + 4) == (short) 0x8664
                && file.getShort(file.getInt(60) + 24) == 0x20B;
    }

    static Dll read(Path library) throws IOException {
        try (FileChannel channel = FileChannel.open(library)) {
            return of(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
                    .order(ByteOrder.LITTLE_ENDIAN));
        }
    }

    static Dll of(ByteBuffer file) {
        int start = file.getInt(60);
        int table = start + 24 + file.getShort(start + 20);
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < file.getShort(start + 6); i++) {
            int at = table + i * SECTION_HEADER;
            byte[] name = new byte[8];
            file.get(at, name);
            sections.add(new Section(
                    new String(name, StandardCharsets.US_ASCII).replace("\0", ""),
                    unsigned(file, at + 12),
                    unsigned(file, at + 8),
                    unsigned(file, at + 20),
                    unsigned(file, at + 16),
                    file.getInt(at + 36)));
        }
        return new Dll(file, start, List.copyOf(sections));
    }

    /** Where the headers of the sections begin in the file. */
    int sectionTable() {
        return start + 24 + file.getShort(start + 20);
    }

    /** Where a directory is loaded, 0 if there is none. */
    long directory(int number) {
        return unsigned(file, start + DIRECTORIES + 8 * number);
    }

    long directorySize(int number) {
        return unsigned(file, start + DIRECTORIES + 8 * number + 4);
    }

    /**
     * Each function with its end, as unwinding needs them. Only functions that call none and keep no stack may be missing.
     * Microsoft's compiler describes a function in several parts, of which the later ones refer to the first.
     */
    TreeMap<Long, Long> functions() {
        TreeMap<Long, Long> ends = new TreeMap<>();
        int at = directory(UNWINDING) == 0 ? 0 : placeOf(directory(UNWINDING));
        for (long i = 0; i < directorySize(UNWINDING) / 12; i++, at += 12) {
            long from = unsigned(file, at);
            Map.Entry<Long, Long> before = ends.lowerEntry(from);
            boolean isPart = (file.get(placeOf(unsigned(file, at + 8))) >> 3 & CHAINED) != 0;
            boolean goesOn = isPart && before != null && before.getValue() == from;
            ends.put(goesOn ? before.getKey() : from, unsigned(file, at + 4));
        }
        return ends;
    }

    /** What other libraries may ask for, with its address. */
    Map<String, Long> exports() {
        Map<String, Long> exports = new HashMap<>();
        if (directory(EXPORTS) != 0) {
            int at = placeOf(directory(EXPORTS));
            int addresses = placeOf(unsigned(file, at + 28));
            int names = placeOf(unsigned(file, at + 32));
            int numbers = placeOf(unsigned(file, at + 36));
            for (int i = 0; i < file.getInt(at + 24); i++) {
                int number = Short.toUnsignedInt(file.getShort(numbers + 2 * i));
                exports.put(text(placeOf(unsigned(file, names + 4 * i))), unsigned(file, addresses + 4 * number));
            }
        }
        return exports;
    }

    /** What it asks of other libraries by name, for each of them. */
    Map<String, List<String>> imports() {
        Map<String, List<String>> imports = new TreeMap<>();
        if (directory(IMPORTS) == 0) {
            return imports;
        }
        for (int at = placeOf(directory(IMPORTS)); file.getInt(at + 12) != 0; at += 20) {
            List<String> names = new ArrayList<>();
            long wanted = unsigned(file, at) == 0 ? unsigned(file, at + 16) : unsigned(file, at);
            for (int entry = placeOf(wanted); file.getLong(entry) != 0; entry += 8) {
                if (file.getLong(entry) > 0) {
                    names.add(text(placeOf(file.getLong(entry)) + 2));
                }
            }
            imports.put(text(placeOf(unsigned(file, at + 12))), names);
        }
        return imports;
    }

    /** The names of its symbols in code, or else of what it exports, by their addresses. */
    TreeMap<Long, List<String>> names() {
        TreeMap<Long, List<String>> named = new TreeMap<>();
        int symbols = file.getInt(start + 12);
        int count = file.getInt(start + 16);
        if (symbols == 0) {
            exports().forEach((name, address) -> add(named, address, name));
        }
        int texts = symbols + count * SYMBOL;
        for (int i = 0; i < count; i += 1 + file.get(symbols + i * SYMBOL + 17)) {
            int at = symbols + i * SYMBOL;
            int section = file.getShort(at + 12);
            boolean isSectionMark = file.get(at + 16) == STATIC && file.getShort(at + 14) == 0;
            if (section > 0 && sections.get(section - 1).isCode() && !isSectionMark) {
                String name = file.getInt(at) == 0 ? text(texts + file.getInt(at + 4)) : text(at, 8);
                add(named, sections.get(section - 1).address() + unsigned(file, at + 8), name);
            }
        }
        return named;
    }

    private static void add(Map<Long, List<String>> named, long address, String name) {
        named.computeIfAbsent(address, none -> new ArrayList<>(1)).add(name);
    }

    /** Where in the file that stands which is loaded at {@code address}. */
    int placeOf(long address) {
        Section section =
                sections.stream().filter(s -> s.holds(address)).findFirst().orElseThrow();
        return (int) (section.offset() + address - section.address());
    }

    private String text(int at) {
        return text(at, Integer.MAX_VALUE);
    }

    private String text(int at, int most) {
        int length = 0;
        while (length < most && file.get(at + length) != 0) {
            length++;
        }
        byte[] bytes = new byte[length];
        file.get(at, bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static long unsigned(ByteBuffer file, int at) {
        return Integer.toUnsignedLong(file.getInt(at));
    }
}
