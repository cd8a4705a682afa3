/* Loads the libraries of a folder as the program does on Windows and lets ND4J's calculate with each number type that the
   program uses. Made and run by packaging/try-platforms.sh where MinGW and Wine are installed. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

enum { OF_FLOAT = 5, OF_DOUBLE = 6, OF_INT = 9, OF_LONG = 10 };

static HMODULE nd4j;

static void *function(const char *name) {
    void *found = (void *) GetProcAddress(nd4j, name);
    if (!found) {
        printf("FAILED: no function %s\n", name);
        exit(1);
    }
    return found;
}

/* The sum of two vectors; type as ND4J counts them. */
static void add(void *a, void *b, void *sum, int64_t length, int type) {
    int64_t shape[] = {length}, stride[] = {1};
    void *(*shapeOf)(int, int64_t *, int64_t *, int, char, int64_t, int) = function("shapeBuffer");
    void *(*primary)(void *) = function("getConstantShapeBufferPrimary");
    void *(*bufferOf)(int64_t, int, void *, void *) = function("dbCreateExternalDataBuffer");
    void (*pairwise)(void *, int, void *, void *, void *, void *, void *, void *, void *, void *, void *, void *) =
        function("execPairwiseTransform");
    void *form = primary(shapeOf(1, shape, stride, type, 'c', 1, 0));
    pairwise(NULL, 0, bufferOf(length, type, a, NULL), form, form, bufferOf(length, type, b, NULL), form, form,
             bufferOf(length, type, sum, NULL), form, form, NULL);
    if (((int (*)(void)) function("lastErrorCode"))() != 0) {
        printf("FAILED: type %d: %s\n", type, ((const char *(*)(void)) function("lastErrorMessage"))());
        exit(1);
    }
}

#define EXPECT_SUM(C_TYPE, TYPE)                                                  \
    do {                                                                          \
        static C_TYPE a[1000], b[1000], sum[1000];                                \
        for (int i = 0; i < 1000; i++) { a[i] = (C_TYPE) i; b[i] = (C_TYPE) (2 * i); } \
        add(a, b, sum, 1000, TYPE);                                               \
        for (int i = 0; i < 1000; i++) {                                          \
            if (sum[i] != (C_TYPE) (3 * i)) {                                     \
                printf("FAILED: wrong sum of " #C_TYPE "\n");                     \
                exit(1);                                                          \
            }                                                                     \
        }                                                                         \
    } while (0)

static HMODULE load(const char *folder, const char *name) {
    char path[MAX_PATH];
    snprintf(path, sizeof path, "%s\\%s.dll", folder, name);
    HMODULE library = LoadLibraryA(path);
    if (!library) {
        printf("FAILED: %s does not load, error %lu\n", path, GetLastError());
        exit(1);
    }
    return library;
}

int main(int count, char **arguments) {
    if (count != 3) {
        printf("usage: try-natives FOLDER EMPTY_FOLDER\n");
        return 2;
    }
    const char *folder = arguments[1];
    char from[MAX_PATH], copy[MAX_PATH];
    load(folder, "jnijavacpp");
    /* JavaCPP puts OpenBLAS beside the others under a second name */
    snprintf(from, sizeof from, "%s\\libopenblas.dll", folder);
    snprintf(copy, sizeof copy, "%s\\libopenblas_nolapack.dll", arguments[2]);
    CopyFileA(from, copy, FALSE);
    load(arguments[2], "libopenblas_nolapack");
    /* each after those that it needs: Windows does not look for them in their folder */
    const char *names[] = {"jniopenblas_nolapack", "libopenblas", "jniopenblas", "libwinpthread-1", "libgcc_s_seh-1",
                           "libgomp-1", "libstdc++-6", "libnd4jcpu", "jnind4jcpu", "sqlitejdbc"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        HMODULE library = load(folder, names[i]);
        if (strcmp(names[i], "libnd4jcpu") == 0) {
            nd4j = library;
        }
    }
    ((void (*)(void)) function("initializeDevicesAndFunctions"))();
    EXPECT_SUM(float, OF_FLOAT);
    EXPECT_SUM(double, OF_DOUBLE);
    EXPECT_SUM(int32_t, OF_INT);
    EXPECT_SUM(int64_t, OF_LONG);
    printf("libraries load, and ND4J adds float, double, int and long\n");
    return 0;
}
