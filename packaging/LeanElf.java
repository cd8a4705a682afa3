import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The lean form of a library of Linux: ELF maps a library segment by segment, and the segment with the code is written as
 * several, without the pages that hold nothing but unused functions. 64 bits, little endian.
 */
final class LeanElf implements LeanLibrary {
    /** The largest page of any Linux this runs on: what is mapped separately must begin at a multiple. */
    private static final long PAGE = 1 << 16;

    private static final int LOAD = 1;
    private static final int SYMBOLS = 2;
    private static final int DYNAMIC_SYMBOLS = 11;
    private static final int HEADER = 64;
    private static final int PROGRAM_HEADER = 56;
    private static final int SECTION_HEADER = 64;
    private static final int SYMBOL = 24;

    /** On ARM each function has one beside its name: here begin instructions, here data. */
    private static final Pattern ARM_MARK = Pattern.compile("\\$[xd](?:\\..*)?");

    private record Section(int type, boolean isCode, long offset, long size, int link) {}

    private record Segment(
            int type, int flags, long offset, long address, long fileSize, long memorySize, long align) {}

    private final ByteBuffer file;

    LeanElf(ByteBuffer file) {
        this.file = file;
    }

    static boolean isOne(ByteBuffer file) {
        return file.getInt(0) == 0x464C457F && file.get(4) == 2 && file.get(5) == 1;
    }

    @Override
    public void write(Path lean) throws IOException {
        List<UnusedCode.Range> gaps = functions().pages(PAGE);
        List<Segment> placed = new ArrayList<>();
        try (OutputStream out = Files.newOutputStream(lean)) {
            // the first segment begins with the header, which is known only at the end
            long end = 0;
            for (Segment segment : segments()) {
                for (Segment piece : segment.type() == LOAD ? pieces(segment, gaps) : List.<Segment>of()) {
                    long offset = end + Math.floorMod(piece.address() - end, PAGE);
                    out.write(new byte[(int) (offset - end)]);
                    copy(piece, out);
                    placed.add(new Segment(
                            LOAD, piece.flags(), offset, piece.address(), piece.fileSize(), piece.memorySize(), PAGE));
                    end = offset + piece.fileSize();
                }
            }
            for (Segment segment : segments()) {
                if (segment.type() != LOAD) {
                    placed.add(new Segment(
                            segment.type(),
                            segment.flags(),
                            offsetOf(segment, placed),
                            segment.address(),
                            segment.fileSize(),
                            segment.memorySize(),
                            segment.align()));
                }
            }
            long table = Math.ceilDiv(end, 8L) * 8;
            out.write(new byte[(int) (table - end)]);
            out.write(programHeaders(placed));
            out.flush();
            writeHeader(lean, table, placed.size());
        }
    }

    private void copy(Segment piece, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 20];
        for (long done = 0; done < piece.fileSize(); done += buffer.length) {
            int count = (int) Math.min(buffer.length, piece.fileSize() - done);
            file.get((int) (piece.offset() + done), buffer, 0, count);
            out.write(buffer, 0, count);
        }
    }

    /** The segment without the gaps. */
    private static List<Segment> pieces(Segment segment, List<UnusedCode.Range> gaps) {
        List<Segment> pieces = new ArrayList<>();
        long from = segment.address();
        long end = segment.address() + segment.fileSize();
        for (UnusedCode.Range gap : gaps) {
            if (gap.from() >= from && gap.to() < end) {
                pieces.add(piece(segment, from, gap.from() - from, gap.from() - from));
                from = gap.to();
            }
        }
        pieces.add(piece(segment, from, end - from, segment.address() + segment.memorySize() - from));
        return pieces;
    }

    private static Segment piece(Segment segment, long from, long fileSize, long memorySize) {
        return new Segment(
                segment.type(),
                segment.flags(),
                segment.offset() + from - segment.address(),
                from,
                fileSize,
                memorySize,
                segment.align());
    }

    private static long offsetOf(Segment segment, List<Segment> placed) {
        return placed.stream()
                .filter(load -> load.type() == LOAD
                        && segment.address() >= load.address()
                        && segment.address() < load.address() + load.fileSize())
                .findFirst()
                .map(load -> load.offset() + segment.address() - load.address())
                .orElse(0L);
    }

    private List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        int at = (int) file.getLong(32);
        for (int i = 0; i < file.getShort(56); i++, at += PROGRAM_HEADER) {
            segments.add(new Segment(
                    file.getInt(at),
                    file.getInt(at + 4),
                    file.getLong(at + 8),
                    file.getLong(at + 16),
                    file.getLong(at + 32),
                    file.getLong(at + 40),
                    file.getLong(at + 48)));
        }
        return segments;
    }

    private static byte[] programHeaders(List<Segment> segments) {
        ByteBuffer headers =
                ByteBuffer.allocate(segments.size() * PROGRAM_HEADER).order(ByteOrder.LITTLE_ENDIAN);
        for (Segment segment : segments) {
            headers.putInt(segment.type()).putInt(segment.flags());
            headers.putLong(segment.offset()).putLong(segment.address()).putLong(segment.address());
            headers.putLong(segment.fileSize()).putLong(segment.memorySize()).putLong(segment.align());
        }
        return headers.array();
    }

    /** The old header with the new place of the program headers and without section headers. */
    private void writeHeader(Path lean, long table, int count) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        file.get(0, header.array());
        header.putLong(32, table).putLong(40, 0).putShort(56, (short) count);
        header.putShort(60, (short) 0).putShort(62, (short) 0);
        try (FileChannel channel = FileChannel.open(lean, StandardOpenOption.WRITE)) {
            channel.write(header, 0);
        }
    }

    /** Every symbol in executable code: functions, and marks of which nobody says how large they are. */
    private UnusedCode functions() {
        UnusedCode functions = new UnusedCode();
        List<Section> sections = sections();
        boolean isStripped = sections.stream().noneMatch(section -> section.type() == SYMBOLS);
        for (Section table : sections) {
            if (table.type() == (isStripped ? DYNAMIC_SYMBOLS : SYMBOLS)) {
                int names = (int) sections.get(table.link()).offset();
                for (int at = (int) table.offset(); at < table.offset() + table.size(); at += SYMBOL) {
                    int of = Short.toUnsignedInt(file.getShort(at + 6));
                    boolean isSectionMark = (file.get(at + 4) & 15) == 3;
                    String name = text(names + file.getInt(at));
                    if (of < sections.size()
                            && sections.get(of).isCode()
                            && !isSectionMark
                            && !ARM_MARK.matcher(name).matches()) {
                        long address = file.getLong(at + 8);
                        functions.add(name, address, address + file.getLong(at + 16));
                    }
                }
            }
        }
        return functions;
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        int at = (int) file.getLong(40);
        for (int i = 0; i < file.getShort(60); i++, at += SECTION_HEADER) {
            sections.add(new Section(
                    file.getInt(at + 4),
                    (file.getLong(at + 8) & 4) != 0,
                    file.getLong(at + 24),
                    file.getLong(at + 32),
                    file.getInt(at + 40)));
        }
        return sections;
    }

    private String text(int at) {
        int end = at;
        while (file.get(end) != 0) {
            end++;
        }
        byte[] bytes = new byte[end - at];
        file.get(at, bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
