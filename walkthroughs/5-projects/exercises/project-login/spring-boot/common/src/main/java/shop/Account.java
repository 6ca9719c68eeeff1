package shop;

/** Somebody who can log in. */
public record Account(int id, String email, String passwordHash) {}
