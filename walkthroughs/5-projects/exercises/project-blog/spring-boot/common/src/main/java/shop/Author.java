package shop;

/** Somebody who writes posts. */
public record Author(int id, String name, String passwordHash) {}
