import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The lean form of a library of Windows. The section with the code is written as several that follow each other in memory
 * as Windows demands; each is longer there than in the file, by the pages that hold nothing but unused functions: zeros.
 * The headers of all sections must fit in the one page before the first, so that only the largest gaps can be left out.
 */
record LeanDll(Dll dll) implements LeanLibrary {
    private static final int FILE_ALIGNMENT = 512;

    /** No line numbers, no symbols, nothing for debuggers. */
    private static final int STRIPPED = 0x4 | 0x8 | 0x200;

    @Override
    public void write(Path lean) throws IOException {
        List<Dll.Section> kept =
                dll.sections().stream().filter(section -> !section.isDebug()).toList();
        List<UnusedCode.Range> gaps = largest(
                functions().pages(Dll.PAGE), (Dll.PAGE - dll.sectionTable()) / Dll.SECTION_HEADER - kept.size());
        List<Dll.Section> pieces =
                kept.stream().flatMap(section -> pieces(section, gaps).stream()).toList();
        requireOneAfterTheOther(pieces);

        int headers = aligned(dll.sectionTable() + pieces.size() * Dll.SECTION_HEADER, FILE_ALIGNMENT);
        List<Dll.Section> placed = new ArrayList<>();
        long end = headers;
        for (Dll.Section piece : pieces) {
            boolean isZero = piece.fileSize() == 0;
            placed.add(new Dll.Section(
                    piece.name(),
                    piece.address(),
                    piece.memorySize(),
                    isZero ? 0 : end,
                    piece.fileSize(),
                    piece.flags()));
            end += piece.fileSize();
        }
        try (OutputStream out = Files.newOutputStream(lean)) {
            out.write(header(headers, placed));
            for (Dll.Section piece : pieces) {
                copy(piece, out);
            }
        }
    }

    private UnusedCode functions() {
        UnusedCode functions = new UnusedCode();
        Map<Long, Long> ends = dll.functions();
        dll.names()
                .forEach((address, names) ->
                        names.forEach(name -> functions.add(name, address, ends.getOrDefault(address, address))));
        return functions;
    }

    private static List<UnusedCode.Range> largest(List<UnusedCode.Range> gaps, int most) {
        return gaps.stream()
                .sorted(Comparator.comparingLong(UnusedCode.Range::size).reversed())
                .limit(most)
                .sorted(Comparator.comparingLong(UnusedCode.Range::from))
                .toList();
    }

    /** The section without the gaps; a gap is the end of the piece before it. */
    private static List<Dll.Section> pieces(Dll.Section section, List<UnusedCode.Range> gaps) {
        List<Dll.Section> pieces = new ArrayList<>();
        long from = section.address();
        for (UnusedCode.Range gap : gaps) {
            if (gap.from() > from && gap.to() < section.address() + section.fileSize()) {
                pieces.add(piece(section, from, gap.to() - from, gap.from() - from));
                from = gap.to();
            }
        }
        long before = from - section.address();
        pieces.add(piece(section, from, section.memorySize() - before, section.fileSize() - before));
        return pieces;
    }

    private static Dll.Section piece(Dll.Section section, long from, long memorySize, long fileSize) {
        return new Dll.Section(
                section.name(),
                from,
                memorySize,
                section.offset() + from - section.address(),
                fileSize,
                section.flags());
    }

    private static void requireOneAfterTheOther(List<Dll.Section> pieces) throws IOException {
        long next = Dll.PAGE;
        for (Dll.Section piece : pieces) {
            if (piece.address() != next) {
                throw new IOException("section " + piece.name() + " does not follow the one before it");
            }
            next = aligned(piece.address() + piece.memorySize(), Dll.PAGE);
        }
    }

    private byte[] header(int size, List<Dll.Section> placed) {
        ByteBuffer header = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        dll.file().get(0, header.array(), 0, dll.sectionTable());
        int start = dll.start();
        header.putShort(start + 6, (short) placed.size());
        header.putInt(start + 12, 0).putInt(start + 16, 0);
        header.putShort(start + 22, (short) (header.getShort(start + 22) | STRIPPED));
        Dll.Section last = placed.getLast();
        header.putInt(start + 80, (int) aligned(last.address() + last.memorySize(), Dll.PAGE));
        header.putInt(start + 84, size);
        // the checksum, which is asked of drivers only
        header.putInt(start + 88, 0);
        header.position(dll.sectionTable());
        for (Dll.Section section : placed) {
            int at = header.position();
            header.put(section.name().getBytes(StandardCharsets.US_ASCII)).position(at + 8);
            header.putInt((int) section.memorySize()).putInt((int) section.address());
            header.putInt((int) section.fileSize()).putInt((int) section.offset());
            header.position(at + 36).putInt(section.flags());
        }
        return header.array();
    }

    private void copy(Dll.Section piece, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 20];
        for (long done = 0; done < piece.fileSize(); done += buffer.length) {
            int count = (int) Math.min(buffer.length, piece.fileSize() - done);
            dll.file().get((int) (piece.offset() + done), buffer, 0, count);
            out.write(buffer, 0, count);
        }
    }

    private static long aligned(long value, int to) {
        return Math.ceilDiv(value, (long) to) * to;
    }

    private static int aligned(int value, int to) {
        return Math.ceilDiv(value, to) * to;
    }
}
