package io.crackscope.reporting;

import java.util.List;
import java.util.Optional;

/**
 * The content of a report, before anyone decides what it is written as.
 *
 * @param language ISO 639 code of its texts
 * @param title what it is
 * @param subject what it is about, in one line; stands on every page
 * @param origin date and program, in one line; stands on every page
 * @param blocks one below the other
 */
public record Report(String language, String title, String subject, String origin, List<Block> blocks) {
    public Report {
        blocks = List.copyOf(blocks);
    }

    /** A part of a report. */
    public sealed interface Block {}

    /**
     * A heading.
     *
     * @param level 1 for a section, 2 within it
     */
    public record Heading(int level, String text) implements Block {}

    /** Running text; {@code muted} for what explains. */
    public record Paragraph(String text, boolean muted) implements Block {}

    /** Something to know before reading on. */
    public record Notice(String title, List<String> lines, boolean warning) implements Block {
        public Notice {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A table.
     *
     * @param columns its columns
     * @param rows its rows, each with as many cells as there are columns, or one that spans all
     */
    public record Table(List<Column> columns, List<Row> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        /** Whether any column has a title. */
        boolean hasTitles() {
            return columns.stream().anyMatch(column -> !column.title().isEmpty());
        }
    }

    /**
     * A column.
     *
     * @param weight its share of the width, relative to the other columns
     * @param number whether its cells are right-aligned figures
     * @param spare whether it is left out first where there is too little room for all
     */
    public record Column(String title, double weight, boolean number, boolean spare) {
        public Column(String title, double weight, boolean number) {
            this(title, weight, number, false);
        }
    }

    /** A row of a table; {@code muted} for what does not count. One cell alone is a heading within the table. */
    public record Row(List<Cell> cells, boolean muted) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell.
     *
     * @param text what it says
     * @param below what it says below in small type; may be empty
     * @param key colour of the series that the row stands for
     */
    public record Cell(String text, String below, Optional<Ink> key) {
        static Cell of(String text) {
            return new Cell(text, "", Optional.empty());
        }

        static Cell of(String text, String below) {
            return new Cell(text, below, Optional.empty());
        }
    }

    /** Charts beside each other as far as there is room, and what their colours mean. */
    public record Charts(List<Captioned> charts, List<Key> keys) implements Block {
        public Charts {
            charts = List.copyOf(charts);
            keys = List.copyOf(keys);
        }
    }

    /** A chart and its title. */
    public record Captioned(String caption, Chart chart) {}

    /** What a colour stands for. */
    public record Key(Ink ink, boolean dashed, String text) {}

    /** Pictures with what is to be known of each. */
    public record Gallery(List<Shot> shots) implements Block {
        public Gallery {
            shots = List.copyOf(shots);
        }
    }

    /**
     * A picture.
     *
     * @param jpeg its file; empty where it can no longer be read
     * @param title the figure that matters
     * @param name of its file
     * @param details the rest, line by line
     */
    public record Shot(Optional<Thumbnail> jpeg, String title, String name, List<String> details) {
        public Shot {
            details = List.copyOf(details);
        }
    }
}
