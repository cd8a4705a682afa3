import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which functions of a library can never run here, told from their names. ND4J's library holds each operation once for
 * every combination of number types; CrackScope makes arrays of float, double, int, long and bool only, so the operations on
 * half floats and on the small and unsigned integers are never chosen. Of its code they are more than half. And nothing
 * asks for LAPACK by way of Java (decision 0019).
 */
final class UnusedCode {
    /** Between two functions compilers leave less than this; more is code that no symbol names. */
    private static final long PADDING = 16;

    /**
     * The mangled names: in template arguments {@code 7float16} and {@code 8bfloat16} are the half floats and {@code a h
     * s t j} signed and unsigned char, short, unsigned short and unsigned int. Unsigned long ({@code m}, of Windows and
     * macOS {@code y}) would save 16 MB more, but is also what sizes are counted in. oneDNN is left whole: it chooses its
     * kernels by other means.
     */
    private static final Predicate<String> ND4J =
            Pattern.compile("N2sd|9functions|7simdOps").asPredicate();

    private static final Predicate<String> ONE_DNN = Pattern.compile("dnnl").asPredicate();
    private static final Predicate<String> UNUSED_TYPE = Pattern.compile(
                    "I(?:7float16|8bfloat16|[fdilxbahstjmy])*(?:7float16|8bfloat16|[ahstj])(?:7float16|8bfloat16|[fdilxbahstjmy])*(?=[ELNS])")
            .asPredicate();

    private static final String LAPACK = "Java_org_bytedeco_openblas_global_openblas_LAPACK";

    /** Addresses, without the last. */
    record Range(long from, long to) {
        long size() {
            return to - from;
        }
    }

    private final TreeMap<Long, Boolean> unused = new TreeMap<>();
    private final TreeMap<Long, Long> ends = new TreeMap<>();

    static boolean isUnused(String function) {
        return function.startsWith(LAPACK)
                || ND4J.test(function) && !ONE_DNN.test(function) && UNUSED_TYPE.test(function);
    }

    /** Adds a function, or a mark of which nobody says how large it is: then {@code from} and {@code to} are the same. */
    void add(String name, long from, long to) {
        unused.merge(from, isUnused(name), Boolean::logicalAnd);
        ends.merge(from, to, Math::max);
    }

    /** Whole pages that hold nothing but unused functions, in order. */
    List<Range> pages(long page) {
        List<Range> pages = new ArrayList<>();
        Range run = new Range(0, 0);
        long kept = 0;
        for (Map.Entry<Long, Boolean> function : unused.entrySet()) {
            long start = function.getKey();
            long end = ends.get(start);
            if (!function.getValue()) {
                addPages(run.from(), Math.min(run.to(), start), page, pages);
                kept = Math.max(kept, end);
                run = new Range(kept, kept);
            } else if (start - run.to() <= PADDING) {
                run = new Range(run.from(), Math.max(run.to(), end));
            } else {
                addPages(run.from(), run.to(), page, pages);
                run = new Range(Math.max(start, kept), end);
            }
        }
        addPages(run.from(), run.to(), page, pages);
        return pages;
    }

    private static void addPages(long from, long to, long page, List<Range> pages) {
        long first = Math.ceilDiv(from, page) * page;
        long last = Math.floorDiv(to, page) * page;
        if (last > first) {
            pages.add(new Range(first, last));
        }
    }
}
