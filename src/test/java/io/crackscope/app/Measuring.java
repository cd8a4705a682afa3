package io.crackscope.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/** What the programs that measure the window ask of the machine. */
final class Measuring {
    private Measuring() {}

    /** Processor time of the threads of this name in milliseconds: what a busy machine does not change. */
    static double cpu(String name) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double sum = 0;
        for (long id : threads.getAllThreadIds()) {
            ThreadInfo info = threads.getThreadInfo(id);
            if (info != null && info.getThreadName().startsWith(name)) {
                sum += threads.getThreadCpuTime(id) / 1e6;
            }
        }
        return sum;
    }
}
