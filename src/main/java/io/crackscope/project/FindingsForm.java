package io.crackscope.project;

import io.crackscope.domain.CrackFindings;
import io.crackscope.domain.CrackMap;
import io.crackscope.domain.Evidence;
import io.crackscope.domain.TileScore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Findings as they are kept: deflated (zlib); big-endian numbers. A byte 1 for this form; width and height of the photo,
 * columns and rows as ints; the left edges of all tiles as ints, then their top edges, widths, heights; their
 * probabilities as floats; the number of pieces of evidence as an int, each with its probability as a double and its
 * number of tiles and their indices in the map as ints. 2 to 3 kB for 600 tiles.
 */
final class FindingsForm {
    private static final int FORM = 1;

    /** No photo has as many tiles: damage must not ask for all memory. */
    private static final int MOST_TILES = 1 << 22;

    private static final List<ToIntFunction<TileScore>> SIDES =
            List.of(TileScore::x, TileScore::y, TileScore::width, TileScore::height);

    private FindingsForm() {}

    static byte[] write(CrackFindings findings) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            CrackMap map = findings.map();
            out.writeByte(FORM);
            out.writeInt(map.photoWidth());
            out.writeInt(map.photoHeight());
            out.writeInt(map.columns());
            out.writeInt(map.rows());
            for (ToIntFunction<TileScore> side : SIDES) {
                for (TileScore tile : map.tiles()) {
                    out.writeInt(side.applyAsInt(tile));
                }
            }
            for (TileScore tile : map.tiles()) {
                out.writeFloat((float) tile.probability());
            }
            writeEvidence(findings, out);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static void writeEvidence(CrackFindings findings, DataOutputStream out) throws IOException {
        Map<TileScore, Integer> indices = new HashMap<>();
        for (int i = 0; i < findings.map().tiles().size(); i++) {
            indices.put(findings.map().tiles().get(i), i);
        }
        out.writeInt(findings.evidence().size());
        for (Evidence piece : findings.evidence()) {
            out.writeDouble(piece.probability());
            out.writeInt(piece.tiles().size());
            for (TileScore tile : piece.tiles()) {
                Integer index = indices.get(tile);
                if (index == null) {
                    throw new IllegalArgumentException("evidence of a tile that is not in the map: " + tile);
                }
                out.writeInt(index);
            }
        }
    }

    /** Throws IOException for what {@link #write} did not write. */
    static CrackFindings read(byte[] content) throws IOException {
        try (DataInputStream in = new DataInputStream(
                new java.io.BufferedInputStream(new InflaterInputStream(new ByteArrayInputStream(content))))) {
            int form = in.readByte();
            if (form != FORM) {
                throw new IOException("findings of an unknown form: " + form);
            }
            int width = in.readInt();
            int height = in.readInt();
            int columns = in.readInt();
            int rows = in.readInt();
            int count = number(Math.multiplyFull(columns, rows));
            int[][] sides = new int[SIDES.size()][count];
            for (int[] side : sides) {
                for (int i = 0; i < count; i++) {
                    side[i] = in.readInt();
                }
            }
            List<TileScore> tiles = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                tiles.add(new TileScore(sides[0][i], sides[1][i], sides[2][i], sides[3][i], in.readFloat()));
            }
            CrackMap map = new CrackMap(width, height, columns, rows, tiles);
            return new CrackFindings(map, readEvidence(in, map));
        } catch (IllegalArgumentException e) {
            throw new IOException("damaged findings", e);
        }
    }

    private static List<Evidence> readEvidence(DataInputStream in, CrackMap map) throws IOException {
        int pieces = number(in.readInt());
        List<Evidence> evidence = new ArrayList<>();
        for (int piece = 0; piece < pieces; piece++) {
            double probability = in.readDouble();
            int count = number(in.readInt());
            List<TileScore> tiles = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int index = in.readInt();
                if (index < 0 || index >= map.tiles().size()) {
                    throw new IOException("evidence of a tile that is not in the map: " + index);
                }
                tiles.add(map.tiles().get(index));
            }
            evidence.add(new Evidence(tiles, probability));
        }
        return evidence;
    }

    private static int number(long count) throws IOException {
        if (count < 0 || count > MOST_TILES) {
            throw new IOException("damaged findings: " + count + " of something");
        }
        return (int) count;
    }
}
