package shop;

/** One book of the library. */
public record Book(int id, String title, String author, int year) {}
