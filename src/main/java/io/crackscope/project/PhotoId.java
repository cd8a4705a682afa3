package io.crackscope.project;

/** Names a photo within its project; never used again for another photo. */
public record PhotoId(long number) {}
