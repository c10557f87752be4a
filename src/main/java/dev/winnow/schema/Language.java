package dev.winnow.schema;

/** The languages of the product. */
public enum Language {
  EN,
  ZH
}
