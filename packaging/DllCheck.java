import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Whether the lean form of a library of Windows is the whole one without unused functions, found on another way than it was
 * made: loaded, both are the same byte by byte but for holes, and nothing that anybody needs lies in a hole.
 */
record DllCheck(String name, Dll whole, Dll lean, Consumer<String> faults) {
    private static final int MOST_SECTIONS = 96;
    private static final int PADDING = 16;

    /** Addresses that hold zeros instead of code. */
    record Hole(long from, long to) {
        boolean touches(long begin, long end) {
            return begin < to && end > from;
        }
    }

    /** @param others the libraries beside it, which may ask it for functions */
    void check(Collection<Dll> others) {
        checkHeader();
        checkBytes();
        List<Hole> holes = holes();
        checkFunctions(holes);
        checkRelocations(holes);
        Map<String, Long> exports = whole.exports();
        for (Dll other : others) {
            for (String wanted : other.imports().getOrDefault(name, List.of())) {
                Long address = exports.get(wanted);
                expect(
                        address != null && holes.stream().noneMatch(hole -> hole.touches(address, address + 1)),
                        "another library needs " + wanted);
            }
        }
        long bytes = holes.stream().mapToLong(hole -> hole.to() - hole.from()).sum();
        System.out.printf(
                "%s: %.1f MB, of them left out as code %.1f MB in %d holes; %d exports unchanged%n",
                name, whole.file().limit() / 1e6, bytes / 1e6, holes.size(), exports.size());
    }

    private void checkHeader() {
        long next = Dll.PAGE;
        for (Dll.Section section : lean.sections()) {
            expect(section.address() == next, "a section does not begin where the one before it ends");
            expect(
                    section.fileSize() == 0
                            || section.offset() + section.fileSize()
                                    <= lean.file().limit(),
                    "a section ends behind the file");
            next = Math.ceilDiv(section.end(), (long) Dll.PAGE) * Dll.PAGE;
        }
        int headers = lean.sectionTable() + lean.sections().size() * Dll.SECTION_HEADER;
        expect(headers <= Dll.PAGE && lean.sections().size() <= MOST_SECTIONS, "too many sections");
        for (int i = 0; i < 16; i++) {
            expect(
                    whole.directory(i) == lean.directory(i) && whole.directorySize(i) == lean.directorySize(i),
                    "directory " + i + " differs");
        }
    }

    /** Every page is that of the whole library, or one of zeros at the end of a section. */
    private void checkBytes() {
        for (Dll.Section section : whole.sections()) {
            if (section.isDebug() || section.fileSize() == 0) {
                continue;
            }
            long end = section.address() + Math.min(section.memorySize(), section.fileSize());
            for (long address = section.address(); address < end; address += Dll.PAGE) {
                int count = (int) Math.min(Dll.PAGE, end - address);
                Dll.Section place = sectionOf(address);
                expect(place.flags() == section.flags(), "a section has other rights");
                boolean isHole = address - place.address() >= place.fileSize();
                boolean isSame = !isHole
                        && whole.file()
                                .slice(whole.placeOf(address), count)
                                .equals(lean.file().slice(lean.placeOf(address), count));
                expect(isSame || isHole && section.isCode(), "other bytes at %x".formatted(address));
            }
        }
    }

    private Dll.Section sectionOf(long address) {
        return lean.sections().stream()
                .filter(section -> section.holds(address))
                .findFirst()
                .orElseThrow();
    }

    private List<Hole> holes() {
        List<Hole> holes = new ArrayList<>();
        for (Dll.Section section : lean.sections()) {
            long filled = Math.ceilDiv(section.address() + section.fileSize(), (long) Dll.PAGE) * Dll.PAGE;
            if (section.isCode() && section.end() > filled) {
                holes.add(new Hole(filled, section.end()));
            }
        }
        return holes;
    }

    /** A hole holds functions of unused names and the little that compilers leave between them. */
    private void checkFunctions(List<Hole> holes) {
        Map<Long, List<String>> names = whole.names();
        TreeMap<Long, Long> functions = whole.functions();
        names.keySet().forEach(address -> functions.putIfAbsent(address, address));
        for (Hole hole : holes) {
            Map.Entry<Long, Long> function = functions.floorEntry(hole.from());
            long known = hole.from();
            while (function != null && function.getKey() < hole.to()) {
                expect(function.getKey() - known <= PADDING, "code without a name at %x".formatted(known));
                for (String each : names.getOrDefault(function.getKey(), List.of("a function without a name"))) {
                    expect(UnusedCode.isUnused(each), each + " is left out");
                }
                known = function.getValue();
                function = functions.higherEntry(function.getKey());
            }
            expect(hole.to() - known <= PADDING, "code without a name at %x".formatted(known));
        }
    }

    /** Windows would write into a hole. */
    private void checkRelocations(List<Hole> holes) {
        int at = whole.placeOf(whole.directory(Dll.RELOCATIONS));
        int end = at + (int) whole.directorySize(Dll.RELOCATIONS);
        while (at < end) {
            long page = Integer.toUnsignedLong(whole.file().getInt(at));
            int size = whole.file().getInt(at + 4);
            for (int entry = at + 8; entry < at + size; entry += 2) {
                int place = Short.toUnsignedInt(whole.file().getShort(entry));
                long address = page + (place & 0xFFF);
                expect(
                        place >> 12 == 0 || holes.stream().noneMatch(hole -> hole.touches(address, address + 8)),
                        "relocation in a hole at %x".formatted(address));
            }
            at += size;
        }
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds) {
            faults.accept(name + ": " + otherwise);
        }
    }
}
