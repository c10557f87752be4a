package dev.winnow.imports;

/**
 * How a table is imported.
 *
 * @param source whom the values are said to come from, such as {@code import:erp-customers}
 * @param acceptArchiving whether a mirror may archive many customers
 */
public record ImportSettings(String source, Mode mode, boolean acceptArchiving) {}
