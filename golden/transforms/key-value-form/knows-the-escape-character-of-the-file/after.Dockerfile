# escape=`
FROM debian:bookworm
ENV FOLDER=dir\new
ENV LIST="x\a x\b"
ENV MARK="a b c"
