package shop;

/** What a reader writes below a post. */
public record Comment(String name, String text) {}
