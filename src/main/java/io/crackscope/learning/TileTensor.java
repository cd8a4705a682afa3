package io.crackscope.learning;

import io.crackscope.imaging.Picture;
import io.crackscope.imaging.Pictures;
import java.nio.FloatBuffer;

/** Turns pictures into the float arrays networks read. */
public final class TileTensor {
    private final float[] values = new float[256];

    /** For networks of this blueprint. */
    public TileTensor(NetworkBlueprint blueprint) {
        for (int v = 0; v < 256; v++) {
            values[v] = (float) (v / 255.0 * blueprint.scale() + blueprint.offset());
        }
    }

    /** {@code tile} as a square of this side: itself if it is one, else resized without regard to its proportions. */
    public static Picture fitted(Picture tile, int side) {
        return tile.width() == side && tile.height() == side ? tile : Pictures.resize(tile, side, side);
    }

    /** Writes {@code picture} as {@code [3, height, width]} into {@code out} from {@code at}. */
    public void planes(Picture picture, float[] out, int at) {
        byte[] rgb = picture.rgb();
        int area = picture.width() * picture.height();
        for (int i = 0, p = 0; i < area; i++, p += 3) {
            out[at + i] = values[rgb[p] & 0xff];
            out[at + area + i] = values[rgb[p + 1] & 0xff];
            out[at + 2 * area + i] = values[rgb[p + 2] & 0xff];
        }
    }

    /** Writes {@code region} as {@code [3, height, width]} into {@code out} from {@code at}; its position stays. */
    public void planes(Region region, FloatBuffer out, int at) {
        byte[] rgb = region.picture().rgb();
        int width = region.width();
        int area = width * region.height();
        float[] row = new float[3 * width];
        for (int y = 0; y < region.height(); y++) {
            int p = 3 * ((region.y() + y) * region.picture().width() + region.x());
            for (int x = 0; x < width; x++, p += 3) {
                row[x] = values[rgb[p] & 0xff];
                row[width + x] = values[rgb[p + 1] & 0xff];
                row[2 * width + x] = values[rgb[p + 2] & 0xff];
            }
            for (int channel = 0; channel < 3; channel++) {
                out.put(at + channel * area + y * width, row, channel * width, width);
            }
        }
    }
}
