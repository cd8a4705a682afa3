/* Loads the libraries of a folder as the program does on Windows and lets ND4J's calculate with each number type that the
   program uses. Made and run by packaging/try-platforms.sh where MinGW and Wine are installed. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
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

int main(int count, char **arguments) {
    const char *names[] = {"libopenblas", "libnd4jcpu", "jnijavacpp", "jniopenblas", "jnind4jcpu", "sqlitejdbc"};
    if (count != 2) {
        printf("usage: try-natives FOLDER\n");
        return 2;
    }
    SetDllDirectoryA(arguments[1]);
    for (int i = 0; i < 6; i++) {
        HMODULE library = LoadLibraryA(names[i]);
        if (!library) {
            printf("FAILED: %s does not load, error %lu\n", names[i], GetLastError());
            return 1;
        }
        if (i == 1) {
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
