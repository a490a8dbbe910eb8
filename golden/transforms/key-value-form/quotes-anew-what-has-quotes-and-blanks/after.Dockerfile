FROM debian:bookworm
ENV A="say hello world to all \$USER"
ENV B="one value"
ENV C="a b c"
ENV D="back\\slash and more"
