# escape=`
FROM debian:bookworm
ENV FOLDER C:\new
ENV LIST C:\a C:\b
ENV MARK a` b "c"
