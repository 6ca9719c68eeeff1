package shop;

/** What somebody thinks of a product. */
public record Review(int stars, String text) {}
