package dev.winnow.schema;

/** A text for people in the two languages of the product. */
public record Label(String en, String zh) {}
