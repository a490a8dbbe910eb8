ARG V=20
ARG W=20
ARG BASE=node
ARG MAJOR=2
FROM node:${V}
ARG V
RUN echo $V
FROM node:${W}
FROM node:${W}-slim
FROM node:${MAJOR}0
