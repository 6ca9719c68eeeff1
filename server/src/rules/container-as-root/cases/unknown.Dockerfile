# What user an image of one's own has is not known here.
FROM registry.example.com/team/base:4
CMD ["/app"]
